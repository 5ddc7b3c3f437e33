import {
  boundary,
  callActivity,
  effectsOf,
  end,
  endThrowing,
  eventSubProcess,
  InstanceDriver,
  parallel,
  path,
  processOf,
  sequenceOf,
  serviceTask,
  start,
  startOn,
  subProcess,
  throwEvent,
  userTask,
  type ProcessPart,
} from '@wuqing/testing';

/** s → service v → e, with what catches its errors. */
const served = (...more: readonly ProcessPart[]): InstanceDriver => {
  const instance = new InstanceDriver(
    processOf('p', [start('s'), serviceTask('v', 'town.x'), end('e'), ...path('s', 'v', 'e'), ...more]),
  );
  instance.start();
  return instance;
};

const aside = (from: string, id: string): ProcessPart[] => [userTask(id), ...path(from, id, 'e')];

describe('an error that a service throws', () => {
  it('is caught by code at the service task, which ends, and brings its variables', () => {
    const instance = served(
      boundary('all', 'v', { error: undefined }),
      boundary('b', 'v', { error: 'E1' }),
      ...aside('b', 'a'),
      ...aside('all', 'd'),
    );
    expect(instance.fail('v', 'E1', { why: 1 })).toBe('↯v#2(E1) xv#2 +b#3 {p#0 why=1} -b#3 b-a +a#4 ●a#4');
    expect(effectsOf(instance.effects)).toBe('InvokeServiceTask(v#2) OpenUserTask(a#4)');
    expect(instance.send({ type: 'CompleteServiceTask', serviceTask: 'v#2', variables: {} })).toMatchObject({
      ok: false,
      error: { code: 'not-active' },
    });
  });

  it('is caught by an event that names no code where none names its own', () => {
    const instance = served(
      boundary('b', 'v', { error: 'E1' }),
      boundary('all', 'v', { error: undefined }),
      ...aside('b', 'a'),
      ...aside('all', 'd'),
    );
    expect(instance.fail('v', 'E9')).toBe('↯v#2(E9) xv#2 +all#3 -all#3 all-d +d#4 ●d#4');
  });

  it('is an incident on the service where nobody catches it; the retry asks the service anew', () => {
    const instance = served(boundary('b', 'v', { error: 'E1' }), ...aside('b', 'a'));
    expect(instance.fail('v', 'E9')).toBe('↯v#2(E9) ⚠v#2(unhandled-error)');
    expect(instance.state.incidents['v#2']!.message).toContain('error E9 thrown by v');
    expect(instance.resolve('v')).toBe('⚠✓v#2 ⚙v#2(town.x)');
    expect(instance.serve('v')).toContain('-v#2');
  });

  it('is refused when the service has answered, and when its variables do not fit', () => {
    const instance = served();
    const thrown = { type: 'ThrowServiceError', errorCode: 'E', message: 'no' } as const;
    expect(
      instance.send({ ...thrown, serviceTask: 'v#2', variables: { big: 'x'.repeat(40_000) } }),
    ).toMatchObject({ ok: false, error: { code: 'too-large', elementId: 'v' } });
    instance.serve('v');
    expect(instance.send({ ...thrown, serviceTask: 'v#2', variables: {} })).toMatchObject({ ok: false });
  });
});

describe('an error end event', () => {
  const inner = subProcess('B', [
    start('s2'),
    parallel('g'),
    userTask('u'),
    endThrowing('x', { error: 'E' }),
    end('e2'),
    ...path('s2', 'g', 'u', 'e2'),
    ...path('g', 'x'),
  ]);
  const outer = (...more: readonly ProcessPart[]): InstanceDriver => {
    const parts = [start('s1'), inner, end('e1'), ...path('s1', 'B', 'e1'), ...more];
    return new InstanceDriver(
      processOf('p', [
        start('s'),
        subProcess('A', parts),
        boundary('ab', 'A', { error: 'E' }),
        end('e'),
        ...path('s', 'A', 'e'),
        ...path('ab', 'e'),
      ]),
    );
  };
  const handler = (error: string | undefined): ProcessPart =>
    eventSubProcess('H', [startOn('hs', { error }), userTask('h'), end('he'), ...path('hs', 'h', 'he')]);

  it('is caught by the nearest scope that can: its event sub-process before its boundary event', () => {
    const instance = outer(handler('E'));
    expect(instance.start()).toMatch(
      /\+x#8 ↯x#8\(E\) xu#7 xx#8 xB#4 \+H#9 \+hs#10 -hs#10 hs-h \+h#11 ●h#11$/,
    );
    expect(instance.complete('h')).toBe('✓h#11 -h#11 h-he +he#12 -he#12 -H#9 -A#2 A-e +e#13 -e#13 ■');
    expect(effectsOf(instance.effects)).toBe(
      'OpenUserTask(u#7) CloseUserTask(u#7) OpenUserTask(h#11) CloseUserTask(h#11)',
    );
  });

  it('an event sub-process that names no code is nearer than a boundary event that does', () => {
    expect(outer(handler(undefined)).start()).toContain('+H#9');
  });

  it('passes an event sub-process of another code', () => {
    expect(outer(handler('other')).start()).toMatch(/xB#4 xA#2 \+ab#9 -ab#9 ab-e \+e#10 -e#10 ■$/);
  });

  it('that interrupts a scope leaves nothing to begin in it: the second branch of a fork, either', () => {
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        parallel('g'),
        throwEvent('t', { escalation: 'x' }),
        userTask('a'),
        userTask('b'),
        end('e'),
        ...path('s', 'g', 't', 'a', 'e'),
        ...path('g', 'b', 'e'),
        eventSubProcess('H', [
          startOn('hs', { escalation: 'x' }),
          userTask('h'),
          end('he'),
          ...path('hs', 'h', 'he'),
        ]),
      ]),
    );
    instance.start();
    expect(instance.open).toEqual(['h']);
  });

  it('inside an interrupting event sub-process is not caught by the scope that this has interrupted', () => {
    const again = eventSubProcess('H', [
      startOn('hs', { error: 'E' }),
      endThrowing('he', { error: 'E' }),
      ...path('hs', 'he'),
    ]);
    expect(outer(again).start()).toMatch(/\+he#11 ↯he#11\(E\) xhe#11 xH#9 xA#2 \+ab#12 /);
  });

  it('that nobody catches is an incident that names the code, and the retry throws again', () => {
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        parallel('g'),
        userTask('a'),
        endThrowing('x', { error: 'E7' }),
        end('e'),
        ...path('s', 'g', 'x'),
        ...path('g', 'a', 'e'),
      ]),
    );
    expect(instance.start()).toContain('↯x#3(E7) ⚠x#3(unhandled-error)');
    expect(instance.open).toEqual(['a']);
    expect(instance.resolve('x')).toBe('⚠✓x#3 ↯x#3(E7) ⚠x#3(unhandled-error)');
    instance.complete('a');
    expect(instance.state.status).toBe('running');
  });

  it('leaves a called process for an event of its caller', () => {
    const called = processOf('q', [start('qs'), endThrowing('qx', { error: 'E' }), ...path('qs', 'qx')]);
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        callActivity('c', 'q'),
        boundary('cb', 'c', { error: 'E' }),
        end('e'),
        ...path('s', 'c', 'e'),
        ...path('cb', 'e'),
      ]),
      { calledProcesses: { q: called } },
    );
    expect(instance.start()).toMatch(/↯c\/qx#4\(E\) xc\/qx#4 xc#2 \+cb#5/);
  });
});

describe('an escalation', () => {
  const climbing = (what: string | undefined, interrupting: boolean): InstanceDriver =>
    new InstanceDriver(
      processOf('p', [
        start('s'),
        subProcess('A', [
          start('s1'),
          throwEvent('x', { escalation: 'L' }, { inputs: { late: '5' } }),
          userTask('u'),
          end('e1'),
          ...path('s1', 'x', 'u', 'e1'),
        ]),
        boundary('ab', 'A', { escalation: what }, { interrupting }),
        userTask('z'),
        end('e'),
        ...path('s', 'A', 'e'),
        ...path('ab', 'z', 'e'),
      ]),
    );

  it('is told to an event that does not interrupt, and both go on', () => {
    const instance = climbing('L', false);
    expect(instance.start()).toMatch(
      /\+x#4 \{x#4 late=5\} ⇑x#4\(L>ab\) \+ab#5 \{p#0 late=5\} -ab#5 ab-z \+z#6 ●z#6 -x#4 x-u \+u#7 ●u#7$/,
    );
    instance.complete('u');
    instance.complete('z');
    expect(instance.state.status).toBe('completed');
  });

  it('ends its thrower where the event interrupts', () => {
    expect(climbing(undefined, true).start()).toMatch(/⇑x#4\(L>ab\) xx#4 xA#2 \+ab#5 .*●z#6$/);
  });

  it('goes on where nobody catches it', () => {
    expect(climbing('other', true).start()).toMatch(/⇑x#4\(L>\) -x#4 x-u \+u#5 ●u#5$/);
    const instance = new InstanceDriver(sequenceOf('p', [throwEvent('x', { escalation: 'L' })]));
    instance.start();
    expect(instance.state.status).toBe('completed');
  });

  it('starts an event sub-process beside what runs, as often as it is thrown', () => {
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        throwEvent('x', { escalation: 'L' }),
        throwEvent('y', { escalation: 'L' }),
        end('e'),
        ...path('s', 'x', 'y', 'e'),
        eventSubProcess('H', [
          startOn('hs', { escalation: 'L' }, { interrupting: false }),
          userTask('h'),
          end('he'),
          ...path('hs', 'h', 'he'),
        ]),
      ]),
    );
    instance.start();
    expect(instance.open).toEqual(['h', 'h']);
    instance.complete('h');
    expect(instance.state.status).toBe('running');
    instance.complete('h');
    expect(instance.state.status).toBe('completed');
  });
});
