import {
  catchEvent,
  effectsOf,
  end,
  endThrowing,
  InstanceDriver,
  linkCatch,
  path,
  processOf,
  sequenceOf,
  start,
  throwEvent,
  userTask,
} from '@wuqing/testing';

describe('intermediate throw event', () => {
  it('of no kind goes on at once', () => {
    const process = sequenceOf('p', [throwEvent('t', { link: 'unused' }), userTask('a')]);
    const none = {
      ...process,
      nodes: { ...process.nodes, t: { ...process.nodes['t']!, definition: { kind: 'none' } } },
    } as typeof process;
    expect(new InstanceDriver(none).start()).toBe('▶p +start#1 -start#1 start-t +t#2 -t#2 t-a +a#3 ●a#3');
  });

  it('publishes a message with its key, its inputs and an id that no retry changes', () => {
    const instance = new InstanceDriver(
      sequenceOf('p', [
        throwEvent(
          't',
          { message: 'answer', correlationKey: 'caseNo', timeToLive: '"PT2H"' },
          { inputs: { result: 'n + 1' } },
        ),
      ]),
    );
    expect(instance.start({ caseNo: 'X-7', n: 1 })).toContain(
      '+t#2 {t#2 result=2} ✉→t#2(answer:X-7) -t#2 t-end',
    );
    expect(instance.effects).toEqual([
      {
        type: 'PublishMessage',
        messageName: 'answer',
        correlationKey: 'X-7',
        messageId: 't#2',
        timeToLiveMs: 7_200_000,
        variables: { result: 2 },
      },
    ]);
  });

  it.each([
    ['a key without a value', { correlationKey: 'nobody' }, 'text'],
    ['a time to live that is no duration', { timeToLive: '"soon"' }, 'time-to-live'],
    ['a time to live in months', { timeToLive: '"P1M"' }, 'time-to-live'],
  ])('is stuck at %s', (_what, more, code) => {
    const instance = new InstanceDriver(sequenceOf('p', [throwEvent('t', { message: 'm', ...more })]));
    instance.start();
    expect(instance.state.incidents['t#2']).toMatchObject({ code, retry: 'enter' });
    expect(instance.effects).toEqual([]);
  });

  it('broadcasts a signal', () => {
    const instance = new InstanceDriver(
      sequenceOf('p', [throwEvent('t', { signal: 'flood' }, { inputs: { level: '3' } })]),
    );
    expect(instance.start()).toContain('{t#2 level=3} ≋→t#2(flood) -t#2');
    expect(instance.effects).toEqual([
      {
        type: 'BroadcastSignal',
        signalName: 'flood',
        signalId: 't#2',
        variables: { level: 3 },
        toldAtHome: true,
      },
    ]);
  });

  it('a link goes on at the catching event of its name in the same scope', () => {
    const process = processOf('p', [
      start('s'),
      throwEvent('to-b', { link: 'b' }),
      linkCatch('at-c', 'c'),
      linkCatch('at-b', 'b'),
      userTask('a'),
      userTask('x'),
      end('e'),
      ...path('s', 'to-b'),
      ...path('at-b', 'a', 'e'),
      ...path('at-c', 'x', 'e'),
    ]);
    const instance = new InstanceDriver(process);
    expect(instance.start()).toBe('▶p +s#1 -s#1 s-to-b +to-b#2 -to-b#2 +at-b#3 -at-b#3 at-b-a +a#4 ●a#4');
    instance.complete('a');
    expect(instance.state.status).toBe('completed');
  });

  it('a link that leads nowhere is an incident', () => {
    const instance = new InstanceDriver(sequenceOf('p', [throwEvent('t', { link: 'b' })]));
    instance.start();
    expect(instance.state.incidents['t#2']).toMatchObject({ code: 'link' });
  });
});

describe('throwing end event', () => {
  it('a signal is thrown before the token ends', () => {
    const instance = new InstanceDriver(
      processOf('p', [start('s'), endThrowing('e', { signal: 'over' }), ...path('s', 'e')]),
    );
    expect(instance.start()).toBe('▶p +s#1 -s#1 s-e +e#2 ≋→e#2(over) -e#2 ■');
    expect(effectsOf(instance.effects)).toBe('BroadcastSignal(e#2)');
  });

  it('a message is published before the token ends', () => {
    const instance = new InstanceDriver(
      processOf('p', [start('s'), endThrowing('e', { message: 'over' }), ...path('s', 'e')]),
    );
    expect(instance.start()).toBe('▶p +s#1 -s#1 s-e +e#2 ✉→e#2(over:) -e#2 ■');
  });
});

describe('a signal', () => {
  it('is awaited by name and happens once, with its payload', () => {
    const instance = new InstanceDriver(
      sequenceOf('p', [catchEvent('c', { signal: 'flood' }), userTask('a')]),
    );
    expect(instance.start()).toBe('▶p +start#1 -start#1 start-c +c#2 ≋c#2(flood)');
    expect(instance.state.signals).toEqual({ 'c#2': { elementId: 'c', signalName: 'flood' } });
    expect(instance.effects).toEqual([
      { type: 'OpenSignalSubscription', subscription: 'c#2', elementId: 'c', signalName: 'flood' },
    ]);
    expect(instance.signal('c', { level: 3 })).toBe('≋!c#2 {p#0 level=3} -c#2 c-a +a#3 ●a#3');
    expect(instance.state).not.toHaveProperty('signals');
    expect(instance.send({ type: 'TriggerSignal', subscription: 'c#2', variables: {} })).toMatchObject({
      ok: false,
      error: { code: 'not-active', message: '该事项当前不接收此信号。' },
    });
  });
});
