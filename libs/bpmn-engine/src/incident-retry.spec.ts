import {
  boundary,
  callActivity,
  catchEvent,
  each,
  end,
  eventBased,
  eventSubProcess,
  exclusive,
  flow,
  InstanceDriver,
  parallel,
  path,
  processOf,
  receiveTask,
  scriptTask,
  sequenceOf,
  start,
  startOn,
  subProcess,
  task,
  userTask,
} from '@wuqing/testing';

describe('an incident is mended: the work goes on where it stopped', () => {
  /** `broken()` stops every expression that calls it until `mend` is called. */
  const workshop = (parts: Parameters<typeof processOf>[1]) => {
    let isMended = false;
    const hostFunctions = { value: () => (isMended ? 'P1D' : null) };
    const instance = new InstanceDriver(processOf('p', parts), { hostFunctions });
    return {
      instance,
      mend: () => {
        isMended = true;
      },
    };
  };
  const value = 'if value() = null then boom() else value()';
  const holds = 'if value() = null then boom() else true';
  const around = (...middle: Parameters<typeof processOf>[1]) => [start('s'), end('e'), ...middle];

  it.each<[string, Parameters<typeof processOf>[1], string, string, string]>([
    [
      'an input',
      around(userTask('a', { inputs: { x: value } }), ...path('s', 'a', 'e')),
      'a',
      'enter',
      '⚠✓a#2 {a#2 x="P1D"} ●a#2',
    ],
    [
      'an assignment',
      around(userTask('a', { assignee: value }), ...path('s', 'a', 'e')),
      'a',
      'enter',
      '⚠✓a#2 ●a#2',
    ],
    [
      'a timer',
      around(catchEvent('c', { duration: value }), ...path('s', 'c', 'e')),
      'c',
      'enter',
      '⚠✓c#2 ⏲c#2@2026-08-25T01:00:00.000Z',
    ],
    [
      'a correlation key',
      around(catchEvent('c', { message: 'm', correlationKey: value }), ...path('s', 'c', 'e')),
      'c',
      'enter',
      '⚠✓c#2 ✉c#2(m:P1D)',
    ],
    [
      'one of two boundary events: neither waited before',
      around(
        userTask('a'),
        boundary('b1', 'a', { duration: '"P2D"' }),
        boundary('b2', 'a', { duration: value }),
        ...path('s', 'a', 'e'),
      ),
      'a',
      'enter',
      '⚠✓a#2 ⏲b1#3@2026-08-26T01:00:00.000Z ⏲b2#4@2026-08-25T01:00:00.000Z ●a#2',
    ],
    [
      'a script',
      around(scriptTask('c', 'x', value), ...path('s', 'c', 'e')),
      'c',
      'enter',
      '⚠✓c#2 {p#0 x="P1D"} -c#2 c-e +e#3 -e#3 ■',
    ],
    [
      'a condition',
      around(exclusive('x'), ...path('s', 'x'), flow('x', 'e', { when: holds })),
      'x',
      'leave',
      '⚠✓x#2 -x#2 x-e +e#3 -e#3 ■',
    ],
    [
      'a condition behind an activity',
      around(task('t'), ...path('s', 't'), flow('t', 'e', { when: holds })),
      't',
      'leave',
      '⚠✓t#2 -t#2 t-e +e#3 -e#3 ■',
    ],
    [
      'an output',
      around(task('t', { outputs: { x: value } }), ...path('s', 't', 'e')),
      't',
      'complete',
      '⚠✓t#2 {p#0 x="P1D"} -t#2 t-e +e#3 -e#3 ■',
    ],
    [
      'the input of a call',
      around(callActivity('k', 'none', { inputs: { x: value } }), ...path('s', 'k', 'e')),
      'k',
      'enter',
      '⚠✓k#2 {k#2 x="P1D"} ⚠k#2(unknown-process)',
    ],
  ])('%s', (_what, parts, elementId, retry, expected) => {
    const { instance, mend } = workshop(parts);
    instance.start();
    const [incident] = Object.values(instance.state.incidents);
    expect(incident).toMatchObject({ elementId, retry });
    expect(incident?.message).toMatch(/^Expected /);
    expect(instance.effects).toEqual([]);
    expect(instance.resolve(elementId)).toMatch(/^⚠✓\S+ ⚠/);
    mend();
    expect(instance.resolve(elementId)).toBe(expected);
  });

  it('what its message brought is not awaited a second time, nor lost: behind an event-based gateway', () => {
    const receive = receiveTask('r', { message: 'm' }, {}, { inputs: { x: value } });
    const { instance, mend } = workshop(
      around(eventBased('g'), receive, userTask('a'), ...path('s', 'g', 'r', 'a', 'e')),
    );
    instance.start();
    instance.correlate('r', { paid: 3 });
    mend();
    instance.resolve('r');
    expect(instance.open).toEqual(['a']);
    expect(instance.variable('paid')).toBe(3);
  });

  it('… of an event sub-process', () => {
    const inside = eventSubProcess('i', [startOn('is', { duration: value })]);
    const handler = eventSubProcess('h', [
      startOn('hs', { message: 'm' }),
      userTask('a'),
      ...path('hs', 'a'),
      inside,
    ]);
    const { instance, mend } = workshop(around(userTask('u'), handler, ...path('s', 'u', 'e')));
    instance.start();
    instance.correlate('hs', { paid: 3 });
    mend();
    instance.resolve('h');
    expect(instance.open).toEqual(['a']);
    expect(instance.variable('paid')).toBe(3);
  });

  it('… of what starts the process', () => {
    const handler = eventSubProcess('h', [startOn('hs', { duration: value })]);
    const { instance, mend } = workshop([
      receiveTask('r', { message: 'm' }, { instantiate: true }),
      userTask('a'),
      end('e'),
      handler,
      ...path('r', 'a', 'e'),
    ]);
    instance.start({}, 'r');
    mend();
    instance.resolve('p');
    expect(instance.open).toEqual(['a']);
  });

  it('inputs are read anew, from variables that are mended outside', () => {
    const receive = receiveTask('r', { message: 'm', correlationKey: 'n' }, {}, { inputs: { n: 'n' } });
    const instance = new InstanceDriver(sequenceOf('p', [receive]));
    instance.start({ n: null });
    instance.run({ type: 'ResolveIncident', incident: 'r#2', variables: { n: 7 } });
    expect(Object.values(instance.state.subscriptions)).toMatchObject([{ correlationKey: '7' }]);
  });

  it('… once, whatever a member of a loop read of its own before', () => {
    const { instance, mend } = workshop(
      around(
        each(userTask('a', { inputs: { n: 'n + 1', mine: 'loopCounter' }, assignee: value }), {
          cardinality: '1',
        }),
        ...path('s', 'a', 'e'),
      ),
    );
    instance.start({ n: 1 });
    mend();
    instance.resolve('a');
    expect(instance.state.variables['a#3']).toEqual({ loopCounter: 1, n: 2, mine: 1 });
  });

  it.each([{}, { cardinality: '1' }])(
    'a scope that is stuck where it ends goes on with what an event began in it meanwhile %j',
    (loop) => {
      const handler = eventSubProcess('h', [
        startOn('hs', { signal: 'late' }, { interrupting: false }),
        userTask('a'),
        ...path('hs', 'a'),
      ]);
      const inside = [start('is'), task('t'), ...path('is', 't'), handler];
      const part = subProcess('v', inside, { outputs: { x: value } });
      const scope = 'cardinality' in loop ? each(subProcess('v', inside), { ...loop, until: holds }) : part;
      const { instance, mend } = workshop(around(scope, ...path('s', 'v', 'e')));
      instance.start();
      instance.signal('hs');
      mend();
      instance.resolve('v');
      expect([instance.state.status, instance.open]).toEqual(['running', ['a']]);
      instance.complete('a');
      expect([instance.state.status, instance.leftovers]).toEqual(['completed', []]);
    },
  );

  it('a boundary event that fires while its activity is stuck ends the activity and the incident', () => {
    const parts = [
      userTask('a', { outputs: { x: 'boom()' } }),
      boundary('b', 'a', { duration: '"P1D"' }),
      ...path('s', 'a', 'e'),
      ...path('b', 'e'),
    ];
    const instance = new InstanceDriver(processOf('p', around(...parts)));
    instance.start();
    instance.complete('a', { y: 1 });
    expect(instance.fire('b')).toBe('⏰b#3 xa#2 +b#4 -b#4 b-e +e#5 -e#5 ■');
    expect(instance.state.variables).toEqual({});
  });

  it('one branch that is stuck holds up no other', () => {
    const parts = [
      parallel('f'),
      task('t', { outputs: { x: value } }),
      userTask('a'),
      ...path('s', 'f', 't', 'e'),
    ];
    const { instance, mend } = workshop(around(...parts, ...path('f', 'a', 'e')));
    expect(instance.start()).toMatch(/⚠t#3\(expression\) f-a \+a#4 ●a#4$/);
    expect(instance.complete('a')).toBe('✓a#4 -a#4 a-e +e#5 -e#5');
    expect(instance.state.status).toBe('running');
    mend();
    expect(instance.resolve('t')).toContain('■');
  });
});
