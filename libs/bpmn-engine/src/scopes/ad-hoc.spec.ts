import {
  adHoc,
  each,
  end,
  inclusive,
  InstanceDriver,
  linkCatch,
  parallel,
  path,
  processOf,
  scriptTask,
  sequenceOf,
  start,
  throwEvent,
  userTask,
} from '@wuqing/testing';

const two = [userTask('a'), userTask('b')];
const driven = (...parts: Parameters<typeof sequenceOf>[1]) => new InstanceDriver(sequenceOf('p', parts));
const activate = (...elements: string[]) =>
  ({ type: 'ActivateAdHocElements', adHocSubProcess: 'h#2', elements }) as const;

describe('ad-hoc sub-process', () => {
  it('begins all that no flow leads to, and completes when nothing runs', () => {
    const instance = driven(adHoc('h', [...two, userTask('c'), ...path('b', 'c')]));
    expect(instance.start()).toMatch(/\+h#2 \+a#3 ●a#3 \+b#4 ●b#4$/);
    instance.complete('a');
    expect(instance.complete('b')).toBe('✓b#4 -b#4 b-c +c#5 ●c#5');
    expect(instance.complete('c')).toBe('✓c#5 -c#5 -h#2 h-end +end#6 -end#6 ■');
  });

  it('in sequence each begins when the one before has ended', () => {
    const instance = driven(adHoc('h', two, { sequential: true }));
    expect(instance.start()).toMatch(/\+h#2 …h#2\(a,b\) \+a#3 ●a#3$/);
    expect(instance.state.instances['h#2']).toMatchObject({ pending: ['b'] });
    expect(instance.complete('a')).toBe('✓a#3 -a#3 +b#4 ●b#4');
    expect(instance.complete('b')).toMatch(/-h#2 .*■$/);
  });

  it('begins what its expression names', () => {
    const instance = driven(adHoc('h', two, { active: 'todo' }));
    instance.start({ todo: ['b'] });
    expect(instance.open).toEqual(['b']);
  });

  it.each([['a'], [['nothing']], [null]])('%j names nothing that can begin', (todo) => {
    const instance = driven(adHoc('h', two, { active: 'todo' }));
    expect(instance.start({ todo })).toMatch(/⚠h#2\(active-elements\)$/);
  });

  it('ends what still runs when its condition is true', () => {
    const instance = driven(adHoc('h', two, { until: 'done' }));
    instance.start({ done: false });
    expect(instance.complete('a', { done: true })).toMatch(/-a#3 xb#4 -h#2 .*■$/);
  });

  it('or waits for it', () => {
    const instance = driven(adHoc('h', two, { until: 'done', cancelRemaining: false }));
    instance.start({ done: false });
    instance.complete('a', { done: true });
    expect(instance.open).toEqual(['b']);
    expect(instance.complete('b')).toMatch(/■$/);
  });

  it.each([
    [true, '✓a#3 {p#0 done=true} -a#3 xb#4 -h#2'],
    [false, '✓a#3 {p#0 done=true} -a#3'],
  ])(
    'asks its condition before what follows an activity (cancels the rest: %s)',
    (cancelRemaining, trace) => {
      const inside = [...two, userTask('c'), ...path('a', 'c')];
      const instance = driven(adHoc('h', inside, { until: 'done', cancelRemaining }));
      instance.start({ done: false });
      expect(instance.complete('a', { done: true })).toMatch(trace);
      if (!cancelRemaining) expect(instance.complete('b')).toMatch('✓b#4 -b#4 -h#2');
    },
  );

  it('a condition that cannot be decided before what follows is an incident of the activity', () => {
    const instance = driven(adHoc('h', [...two, userTask('c'), ...path('a', 'c')], { until: 'done' }));
    instance.start();
    expect(instance.complete('a')).toMatch(/⚠a#3\(condition\)$/);
    const mended = { type: 'ResolveIncident', incident: 'a#3', variables: { done: false } } as const;
    expect(instance.run(mended)).toBe('{p#0 done=false} ⚠✓a#3 -a#3 a-c +c#5 ●c#5');
  });

  it.each([parallel('j'), inclusive('j')])('in sequence a join inside waits for what queues', (join) => {
    const inside = [...two, join, userTask('c'), ...path('a', 'j', 'c'), ...path('b', 'j')];
    const instance = driven(adHoc('h', inside, { sequential: true }));
    instance.start();
    expect(instance.complete('a')).toBe('✓a#3 -a#3 a-j a-j>j +b#4 ●b#4');
    expect(instance.complete('b')).toBe('✓b#4 -b#4 b-j b-j>j j<<a-j,b-j +j#5 -j#5 j-c +c#6 ●c#6');
    expect(instance.complete('c')).toMatch(/-c#6 -h#2 .*■$/);
  });

  it.each([true, false])(
    'a token that waits at a join does not hold it up (cancels the rest: %s)',
    (cancelRemaining) => {
      const inside = [...two, userTask('c'), parallel('j'), ...path('a', 'j'), ...path('c', 'j')];
      const instance = driven(adHoc('h', inside, { until: 'done', cancelRemaining }));
      instance.start({ done: false });
      instance.complete('a');
      instance.complete('b', { done: true });
      if (!cancelRemaining) expect(instance.complete('c')).toMatch(/-c#5 j<<a-j -h#2 .*■$/);
      expect(instance.state.status).toBe('completed');
      expect(instance.leftovers).toEqual([]);
    },
  );

  it('begins no catching link event: its link leads there', () => {
    const inside = [
      throwEvent('to', { link: 'on' }),
      linkCatch('at', 'on'),
      userTask('c'),
      ...path('at', 'c'),
    ];
    const instance = driven(adHoc('h', inside));
    expect(instance.start()).toMatch('+h#2 +to#3 -to#3 +at#4 -at#4 at-c +c#5 ●c#5');
    expect(instance.open).toEqual(['c']);
  });

  it('while its condition is false it waits to be told what more to do', () => {
    const instance = driven(adHoc('h', two, { until: 'done' }));
    instance.start({ done: false });
    instance.complete('a');
    instance.complete('b');
    expect(instance.state.status).toBe('running');
    expect(instance.run(activate('a'))).toBe('+a#5 ●a#5');
    expect(instance.complete('a', { done: true })).toMatch(/■$/);
  });

  it('a condition without an answer is an incident that a retry asks again', () => {
    const instance = driven(adHoc('h', two, { until: 'done' }));
    instance.start();
    expect(instance.complete('a')).toMatch(/⚠h#2\(condition\)$/);
    expect(instance.run({ type: 'ResolveIncident', incident: 'h#2', variables: { done: true } })).toMatch(
      /^\{p#0 done=true\} ⚠✓h#2 xb#4 -h#2/,
    );
  });

  it('what is told to a sequential one queues up', () => {
    const instance = driven(adHoc('h', two, { sequential: true, active: '[]', until: 'done' }));
    instance.start({ done: false });
    expect(instance.run(activate('b', 'a'))).toBe('…h#2(b,a) +b#3 ●b#3');
    instance.run(activate('b'));
    instance.complete('b');
    instance.complete('a');
    expect(instance.open).toEqual(['b']);
  });

  it.each([
    [activate('nothing'), 'unknown-element'],
    [activate(), 'invalid'],
    [{ ...activate('a'), adHocSubProcess: 'a#3' }, 'not-active'],
    [{ ...activate('a'), adHocSubProcess: 'h#9' }, 'not-active'],
  ])('%j is refused: %s', (command, code) => {
    const instance = driven(adHoc('h', two));
    instance.start();
    expect(instance.send(command)).toMatchObject({ ok: false, error: { code } });
  });

  it('runs for each member of a list, and of work that waits for nobody ends at once', () => {
    const inside = [scriptTask('x', 'n', 'n + 1'), scriptTask('y', 'n', 'n + 10')];
    const many = each(adHoc('h', inside, { sequential: true }), { cardinality: '2' });
    const instance = new InstanceDriver(processOf('p', [start('s'), many, end('e'), ...path('s', 'h', 'e')]));
    instance.start({ n: 0 });
    expect(instance.variable('n')).toBe(22);
    expect(instance.state.status).toBe('completed');
  });

  it('a return goes to the one step', () => {
    const instance = driven(adHoc('h', two), userTask('z'));
    instance.start();
    instance.complete('a');
    instance.complete('b');
    instance.returnTo('a');
    expect(instance.open).toEqual(['a']);
    instance.complete('a');
    expect(instance.open).toEqual(['z']);
  });
});
