import {
  end,
  flow,
  InstanceDriver,
  path,
  processOf,
  sequenceOf,
  start,
  task,
  userTask,
} from '@wuqing/testing';

describe('task', () => {
  it('is done as soon as it is reached', () => {
    expect(new InstanceDriver(sequenceOf('p', [task('t'), userTask('a')])).start()).toBe(
      '▶p +start#1 -start#1 start-t +t#2 -t#2 t-a +a#3 ●a#3',
    );
  });

  it('without an outgoing flow its token ends there', () => {
    expect(new InstanceDriver(processOf('p', [start('s'), task('t'), ...path('s', 't')])).start()).toBe(
      '▶p +s#1 -s#1 s-t +t#2 -t#2 ■',
    );
  });

  it('two outgoing flows part the token; a condition on a flow keeps it shut', () => {
    const parts = [
      start('s'),
      task('t'),
      userTask('a'),
      userTask('b'),
      userTask('c'),
      end('e'),
      ...path('s', 't'),
    ];
    const flows = [flow('t', 'a'), flow('t', 'b', { when: 'n > 1' }), flow('t', 'c', { when: 'n > 2' })];
    const instance = new InstanceDriver(processOf('p', [...parts, ...flows]));
    instance.start({ n: 2 });
    expect(instance.open).toEqual(['a', 'b']);
  });

  it('the default flow is taken where no condition holds, beside flows without condition', () => {
    const users = ['a', 'b', 'c', 'd'].map((id) => userTask(id));
    const parts = [start('s'), task('t'), ...users, ...path('s', 't')];
    const flows = [
      flow('t', 'a', { isDefault: true }),
      flow('t', 'b', { when: 'n > 1' }),
      flow('t', 'c', { when: 'n > 2' }),
      flow('t', 'd'),
    ];
    const openWith = (n: number): string[] => {
      const instance = new InstanceDriver(processOf('p', [...parts, ...flows]));
      instance.start({ n });
      return instance.open;
    };
    expect([1, 2, 3].map(openWith)).toEqual([
      ['a', 'd'],
      ['b', 'd'],
      ['b', 'c', 'd'],
    ]);
  });

  it('a mapping may compute what the task itself does not', () => {
    const instance = new InstanceDriver(
      sequenceOf('p', [task('t', { inputs: { x: 'n + 1' }, outputs: { y: 'x * 2' } })]),
    );
    expect(instance.start({ n: 1 })).toBe(
      '▶p {p#0 n=1} +start#1 -start#1 start-t +t#2 {t#2 x=2} {p#0 y=4} -t#2 t-end +end#3 -end#3 ■',
    );
  });
});
