import {
  end,
  exclusive,
  flow,
  InstanceDriver,
  parallel,
  path,
  processOf,
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
