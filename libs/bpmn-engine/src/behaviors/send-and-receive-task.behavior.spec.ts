import {
  boundary,
  end,
  InstanceDriver,
  path,
  processOf,
  receiveTask,
  sendTask,
  sequenceOf,
  start,
} from '@wuqing/testing';

describe('send task', () => {
  it('publishes its message and goes on', () => {
    const instance = new InstanceDriver(
      sequenceOf('p', [sendTask('t', { message: 'ask', correlationKey: 'n' }, { inputs: { q: '"?"' } })]),
    );
    expect(instance.start({ n: 4 })).toContain('{t#2 q="?"} ✉→t#2(ask:4) -t#2');
    expect(instance.effects).toMatchObject([
      { type: 'PublishMessage', messageId: 't#2', timeToLiveMs: 3_600_000, variables: { q: '?' } },
    ]);
  });

  it('with a worker asks it, and goes on with the answer', () => {
    const process = sequenceOf('p', [sendTask('t', { message: 'ask' })]);
    const worked = {
      ...process,
      nodes: {
        ...process.nodes,
        t: {
          ...process.nodes['t']!,
          definition: { kind: 'message', worker: { taskType: 'town.mail', retries: 2 } },
        },
      },
    } as typeof process;
    const instance = new InstanceDriver(worked);
    expect(instance.start()).toContain('+t#2 ⚙t#2(town.mail)');
    expect(instance.effects).toMatchObject([
      { type: 'InvokeServiceTask', taskType: 'town.mail', retries: 2 },
    ]);
    expect(instance.serve('t')).toContain('⚙✓t#2 -t#2');
  });
});

describe('receive task', () => {
  it('waits for its message, beside its boundary events', () => {
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        receiveTask('r', { message: 'm', correlationKey: 'n' }),
        boundary('b', 'r', { duration: '"P1D"' }),
        end('e'),
        ...path('s', 'r', 'e'),
        ...path('b', 'e'),
      ]),
    );
    expect(instance.start({ n: 4 })).toContain('+r#2 ⏲b#3@2026-08-25T01:00:00.000Z ✉r#2(m:4)');
    expect(instance.correlate('r', { answer: 1 })).toBe('✉!r#2 {p#0 answer=1} ⊘b#3 -r#2 r-e +e#4 -e#4 ■');
  });
});
