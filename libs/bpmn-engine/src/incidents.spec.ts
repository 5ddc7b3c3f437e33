import {
  boundary,
  callActivity,
  catchEvent,
  end,
  exclusive,
  flow,
  InstanceDriver,
  parallel,
  path,
  processOf,
  scriptTask,
  sequenceOf,
  start,
  task,
  userTask,
} from '@wuqing/testing';

describe('incidents', () => {
  it('an input that fails is retried before anything else', () => {
    const instance = new InstanceDriver(sequenceOf('p', [userTask('a', { inputs: { x: 'boom()' } })]));
    expect(instance.start()).toContain('+a#2 ⚠a#2(expression)');
    expect(instance.state.incidents['a#2']).toEqual({
      elementId: 'a',
      code: 'expression',
      message: expect.stringMatching(/^Expected "boom\(\)" to have a value/),
      retry: 'enter',
    });
    expect(instance.resolve('a')).toBe('⚠✓a#2 ⚠a#2(expression)');
  });

  it('an output that fails keeps the submission until it is mended', () => {
    let works = false;
    const hostFunctions = { rate: () => (works ? 2 : { a: { b: 1 } }) };
    const a = userTask('a', { outputs: { total: 'if x > 0 and rate() = 2 then x * rate() else boom()' } });
    const instance = new InstanceDriver(sequenceOf('p', [a]), { hostFunctions });
    instance.start();
    expect(instance.complete('a', { x: 21 })).toBe('✓a#2 {a#2 x=21} ⚠a#2(expression)');
    expect(instance.open).toEqual([]);
    works = true;
    expect(instance.state.incidents['a#2']).toMatchObject({ retry: 'complete' });
    expect(instance.state.variables).toEqual({ 'a#2': { x: 21 } });
    expect(instance.resolve('a')).toBe('⚠✓a#2 {p#0 total=42} -a#2 a-end +end#3 -end#3 ■');
  });

  it('outputs that break the cap are kept back', () => {
    const a = userTask('a', { outputs: { t: 'x + x + x' } });
    const instance = new InstanceDriver(sequenceOf('p', [a]));
    instance.start();
    expect(instance.complete('a', { x: 'y'.repeat(12_000) })).toContain('⚠a#2(too-large)');
  });

  it('inputs that break the cap are too', () => {
    const instance = new InstanceDriver(sequenceOf('p', [userTask('a', { inputs: { t: 'x + x' } })]));
    expect(instance.start({ x: 'y'.repeat(12_000) })).toContain('⚠a#2(too-large)');
  });

  it('a loop without a waiting step ends as an incident that names it', () => {
    const parts = [
      start('s'),
      userTask('a'),
      exclusive('m'),
      task('t'),
      exclusive('x'),
      end('e'),
      ...path('s', 'a', 'm', 't', 'x', 'e'),
    ];
    const back = flow('x', 'm', { when: 'again' });
    const instance = new InstanceDriver(
      processOf('p', [
        ...parts.filter((part) => part.id !== 'x-e'),
        back,
        flow('x', 'e', { isDefault: true }),
      ]),
    );
    instance.start({ again: true });
    const trace = instance.complete('a');
    expect(trace).toMatch(/⚠[mtx]#\d+\(loop\)$/);
    expect(Object.values(instance.state.incidents)).toMatchObject([
      { code: 'loop', message: expect.stringMatching(/ [mtx] comes round/) },
    ]);
    expect(Object.keys(instance.state.instances)).toHaveLength(1);
    expect(instance.returnTo('a')).toMatch(/^↶a x[mtx]#\d+ \+a#\d+ ●a#\d+$/);
  });

  describe('mended, the work goes on where it stopped', () => {
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

  it('the tokens of all branches are kept when the agenda is overrun', () => {
    const parts = [start('s'), parallel('f'), exclusive('m'), task('t'), userTask('a'), end('e')];
    const instance = new InstanceDriver(
      processOf('p', [...parts, ...path('s', 'f', 'm', 't', 'm'), ...path('f', 'a', 'e')]),
    );
    instance.start();
    const stuck = Object.values(instance.state.incidents);
    expect(stuck.map(({ code }) => code)).toEqual(['loop', 'loop']);
    expect(stuck.map(({ message }) => message)).toEqual([stuck[0]!.message, stuck[0]!.message]);
    expect(instance.resolve('a')).toMatch(/●a#\d+$/);
  });
});
