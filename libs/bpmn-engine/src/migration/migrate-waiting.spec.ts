import {
  adHoc,
  callActivity,
  end,
  InstanceDriver,
  parallel,
  path,
  processOf,
  sequenceOf,
  start,
  userTask,
} from '@wuqing/testing';

describe('migration of what only waits', () => {
  const inOrder = (...ids: readonly string[]) =>
    sequenceOf('p', [
      adHoc(
        'h',
        ids.map((id) => userTask(id)),
        { sequential: true },
      ),
    ]);

  it('what queues in a sequential ad-hoc sub-process goes on under its new id', () => {
    const instance = new InstanceDriver(inOrder('a', 'b'));
    instance.start();
    instance.migrate(inOrder('a', 'c'), { mapping: { b: 'c' }, timers: 'keep' });
    instance.complete('a');
    expect(instance.open).toEqual(['c']);
  });

  it('what queues there and is gone keeps the case from moving', () => {
    const instance = new InstanceDriver(inOrder('a', 'b'));
    instance.start();
    const answer = instance.migrate(inOrder('a'), { mapping: {}, timers: 'keep' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid', elementId: 'b' } });
  });

  it('a branch at a join in a called process goes on under the new id of its call', () => {
    const called = processOf('k', [
      start('s'),
      parallel('f'),
      userTask('a'),
      userTask('b'),
      parallel('j'),
      end('e'),
      ...path('s', 'f', 'a', 'j', 'e'),
      ...path('f', 'b', 'j'),
    ]);
    const calledProcesses = { k: called };
    const instance = new InstanceDriver(sequenceOf('p', [callActivity('c', 'k')]), { calledProcesses });
    instance.start();
    instance.complete('c/a');
    instance.migrate(sequenceOf('p', [callActivity('d', 'k')]), { mapping: { c: 'd' }, timers: 'keep' });
    expect(instance.state.joins).toEqual({ 'c#2/d/j': { 'd/a-j': 1 } });
    expect(instance.complete('c/b')).toMatch(/■$/);
  });
});
