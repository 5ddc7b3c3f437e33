import {
  boundary,
  callActivity,
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
  userTask,
  type NodeOptions,
} from '@wuqing/testing';

const stage = processOf('stage', [
  start('s'),
  userTask('a'),
  parallel('f'),
  userTask('b'),
  userTask('c'),
  parallel('j'),
  end('e'),
  ...path('s', 'a', 'f', 'b', 'j', 'e'),
  ...path('f', 'c', 'j'),
]);
const caller = (options: NodeOptions = {}, called = stage) =>
  new InstanceDriver(
    processOf('p', [
      start('s'),
      userTask('a'),
      callActivity('call', called.key, options),
      boundary('late', 'call', { duration: '"P30D"' }),
      end('e'),
      ...path('s', 'a', 'call', 'e'),
      ...path('late', 'e'),
    ]),
    { calledProcesses: { [called.key]: called } },
  );

describe('call activity', () => {
  it('runs the called process as a scope whose element ids bear the call', () => {
    const instance = caller();
    instance.start();
    expect(instance.complete('a')).toBe(
      '✓a#2 -a#2 a-call +call#3 ⏲late#4@2026-09-23T01:00:00.000Z +call/s#5 -call/s#5 call/s-a +call/a#6 ●call/a#6',
    );
    instance.complete('call/a');
    instance.complete('call/c');
    expect(instance.state.joins).toEqual({ 'call#3/call/j': { 'call/c-j': 1 } });
    expect(instance.complete('call/b')).toBe(
      '✓call/b#8 -call/b#8 call/b-j call/b-j>call/j call/j<<call/b-j,call/c-j +call/j#10 -call/j#10 call/j-e +call/e#11 -call/e#11 ⊘late#4 -call#3 call-e +e#12 -e#12 ■',
    );
    expect(instance.state.executed).toEqual(['a', 'call/a', 'call/c', 'call/b']);
  });

  it('is closed whole by a boundary event', () => {
    const instance = caller();
    instance.start();
    instance.complete('a');
    instance.complete('call/a');
    expect(instance.fire('late')).toBe(
      '⏰late#4 xcall/b#8 xcall/c#9 xcall#3 +late#10 -late#10 late-e +e#11 -e#11 ■',
    );
  });

  it('without mappings sees its caller’s variables, keeps its own, and hands them over at the end', () => {
    const instance = caller({}, sequenceOf('k', [scriptTask('x', 'sum', 'n + 1'), userTask('u')]));
    instance.start({ n: 1, sum: 0 });
    expect(instance.complete('a')).toContain('{call#3 sum=2}');
    expect(instance.variable('sum')).toBe(0);
    instance.complete('call/u');
    expect(instance.state.variables).toEqual({ 'p#0': { n: 1, sum: 2 } });
  });

  it('with inputs sees these only; with outputs hands over these only', () => {
    const inner = sequenceOf('k', [
      scriptTask('x', 'seen', 'if secret = null then m else secret'),
      userTask('u'),
    ]);
    const instance = caller({ inputs: { m: 'n * 2' }, outputs: { result: 'seen + n' } }, inner);
    instance.start({ n: 5, secret: 99 });
    expect(instance.complete('a')).toContain('{call#3 m=10} ⏲late#4@2026-09-23T01:00:00.000Z +call/start#5');
    instance.complete('call/u', { other: 1 });
    expect(instance.state.variables).toEqual({ 'p#0': { n: 5, secret: 99, result: 15 } });
  });

  it('with inputs and without outputs the inputs stay where they were', () => {
    const instance = caller({ inputs: { m: '1' } }, sequenceOf('k', [userTask('u')]));
    instance.start();
    instance.complete('a');
    instance.complete('call/u', { m: 2, other: 3 });
    expect(instance.state.variables).toEqual({ 'p#0': { other: 3 } });
  });

  it('returns to a step of the called process, entering the call again', () => {
    const instance = caller();
    instance.start();
    instance.complete('a');
    instance.complete('call/a');
    expect(instance.returnTo('call/a')).toBe('↶call/a xcall/b#8 xcall/c#9 +call/a#10 ●call/a#10');
    expect(instance.returnTo('a')).toBe('↶a xcall/a#10 ⊘late#4 xcall#3 +a#11 ●a#11');
    expect(instance.returnTo('call/a')).toBe(
      '↶call/a xa#11 +call#12 ⏲late#13@2026-09-23T01:00:00.000Z +call/a#14 ●call/a#14',
    );
  });

  it('a process that is not at hand is an incident that can be resolved when it is', () => {
    const calledProcesses: Record<string, typeof stage> = {};
    const instance = new InstanceDriver(sequenceOf('p', [callActivity('call', 'stage')]), {
      calledProcesses,
    });
    expect(instance.start()).toContain('+call#2 ⚠call#2(unknown-process)');
    calledProcesses['stage'] = stage;
    expect(instance.resolve('call')).toBe('⚠✓call#2 +call/s#3 -call/s#3 call/s-a +call/a#4 ●call/a#4');
  });

  it('a process that calls itself without end is an incident at the depth cap', () => {
    const self = sequenceOf('p', [callActivity('c', 'p')]);
    const instance = new InstanceDriver(self, { calledProcesses: { p: self } });
    instance.start();
    expect(Object.values(instance.state.incidents)).toMatchObject([
      { code: 'call-depth', elementId: 'c/c/c/c/c/c/c/c/c' },
    ]);
  });

  it('a process may call another twice, and one that chooses', () => {
    const chooser = processOf('k', [
      start('s'),
      exclusive('x'),
      userTask('yes'),
      userTask('no'),
      ...path('s', 'x'),
      flow('x', 'yes', { when: 'which' }),
      flow('x', 'no', { isDefault: true }),
    ]);
    const twice = [
      callActivity('first', 'k', { inputs: { which: 'true' } }),
      callActivity('second', 'k', { inputs: { which: 'false' } }),
    ];
    const instance = new InstanceDriver(sequenceOf('p', twice), { calledProcesses: { k: chooser } });
    instance.start();
    expect(instance.open).toEqual(['first/yes']);
    instance.complete('first/yes');
    expect(instance.open).toEqual(['second/no']);
    expect(instance.complete('second/no')).toContain('■');
  });
});
