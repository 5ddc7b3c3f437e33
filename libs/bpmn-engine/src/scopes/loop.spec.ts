import {
  each,
  end,
  InstanceDriver,
  path,
  scriptTask,
  sequenceOf,
  start,
  subProcess,
  task,
  userTask,
} from '@wuqing/testing';
import { cast, voting } from '@wuqing/testing';
import { MEMBERS_MAX } from '@wuqing/bpmn-model';

describe('multi-instance in parallel', () => {
  it('opens a member for each item, in the order of the list', () => {
    expect(voting().trace).toBe(
      '▶p {p#0 members=["甲","乙","丙"]} +start#1 -start#1 start-v +v#2* ⟳v#2(3) {v#2 votes=[null,null,null]}' +
        ' +v#3[1] {v#3 member="甲" loopCounter=1 vote=null} ●v#3' +
        ' +v#4[2] {v#4 member="乙" loopCounter=2 vote=null} ●v#4' +
        ' +v#5[3] {v#5 member="丙" loopCounter=3 vote=null} ●v#5',
    );
  });

  it('collects the outputs in the order of the input, whoever comes first', () => {
    const { instance } = voting();
    expect(cast(instance, 'v#5', '同意')).toBe('✓v#5 {v#5 vote="同意"} {v#2 votes[3]="同意"} -v#5');
    cast(instance, 'v#3', '反对');
    expect(cast(instance, 'v#4', '弃权')).toBe(
      '✓v#4 {v#4 vote="弃权"} {v#2 votes[2]="弃权"} -v#4 {p#0 votes=["反对","弃权","同意"]} -v#2 v-end +end#6 -end#6 ■',
    );
    expect(instance.leftovers).toEqual([]);
  });

  it('ends the others when the condition holds, with the counts of BPMN 2.0.2 table 10.30', () => {
    const { instance } = voting({
      until:
        'numberOfCompletedInstances * 2 > numberOfInstances and numberOfActiveInstances = 1 and numberOfTerminatedInstances = 0',
    });
    cast(instance, 'v#3', '同意');
    expect(cast(instance, 'v#5', '同意')).toContain('-v#5 xv#4 {p#0 votes=["同意",null,"同意"]} -v#2');
    expect(instance.state.status).toBe('completed');
    expect(instance.effects.at(-1)).toEqual({ type: 'CloseUserTask', userTask: 'v#4', how: 'canceled' });
  });

  it('sees the variables of the member in the condition', () => {
    const { instance } = voting({ until: 'member = "乙"' });
    cast(instance, 'v#3', '同意');
    expect(instance.open).toHaveLength(2);
    cast(instance, 'v#4', '同意');
    expect(instance.state.status).toBe('completed');
  });

  it('without members it is done at once', () => {
    expect(voting({}, []).trace).toContain('⟳v#2(0) {v#2 votes=[]} {p#0 votes=[]} -v#2 v-end');
  });

  it.each<[string, unknown, string]>([
    ['null', null, 'collection'],
    ['a text', 'abc', 'collection'],
    ['a list beyond the cap', Array.from({ length: MEMBERS_MAX + 1 }, () => 1), 'too-many-members'],
  ])('%s is an incident that a retry asks again', (_what, members, code) => {
    const { instance, trace } = voting({}, members);
    expect(trace).toMatch(new RegExp(`\\+v#2\\* ⚠v#2\\(${code}\\)$`));
    expect(instance.resolve('v')).toMatch(new RegExp(`⚠✓v#2 ⚠v#2\\(${code}\\)$`));
  });

  it.each([
    ['3', 3],
    ['"3"', 3],
    ['0', 0],
  ])('a number of members: %s', (cardinality, members) => {
    const instance = new InstanceDriver(sequenceOf('p', [each(userTask('v'), { cardinality })]));
    instance.start();
    expect(instance.open).toHaveLength(members);
  });

  it.each(['1000000000', '0 - 1', '1.5', 'null', '"1e3"'])('no number of members: %s', (cardinality) => {
    const instance = new InstanceDriver(sequenceOf('p', [each(userTask('v'), { cardinality })]));
    expect(instance.start()).toMatch(/\+v#2\* ⚠v#2\((too-many-members|collection|expression)\)$/);
  });

  it('as many as are allowed, of work that waits for nobody, end in one turn', () => {
    const script = each(scriptTask('t', 'x', 'loopCounter'), {
      cardinality: String(MEMBERS_MAX),
      outputs: 'list',
      output: 'x',
    });
    const instance = new InstanceDriver(sequenceOf('p', [script]));
    instance.start();
    expect(instance.state.status).toBe('completed');
    expect(instance.variable('list')).toEqual(Array.from({ length: MEMBERS_MAX }, (_, index) => index + 1));
  });

  it('many within many are stopped as a loop', () => {
    const inner = each(task('t'), { cardinality: '500' });
    const outer = each(subProcess('s', [start('b'), inner, end('d'), ...path('b', 't', 'd')]), {
      cardinality: '500',
    });
    const instance = new InstanceDriver(sequenceOf('p', [outer]));
    instance.start();
    expect(Object.values(instance.state.incidents)[0]).toMatchObject({ code: 'loop' });
    expect(instance.journal.length).toBeLessThan(60_000);
  });
});

describe('multi-instance one after the other', () => {
  it('the next member starts when the one before has ended', () => {
    const { instance, trace } = voting({ sequential: true });
    expect(trace).toMatch(/\+v#3\[1\] \{v#3 member="甲" loopCounter=1 vote=null\} ●v#3$/);
    expect(cast(instance, 'v#3', '同意')).toBe(
      '✓v#3 {v#3 vote="同意"} {v#2 votes[1]="同意"} -v#3 +v#4[2] {v#4 member="乙" loopCounter=2 vote=null} ●v#4',
    );
    expect(instance.state.instances['v#2']?.loop).toEqual({
      size: 3,
      started: 2,
      completed: 1,
      items: ['丙'],
    });
    cast(instance, 'v#4', '同意');
    expect(cast(instance, 'v#5', '反对')).toContain('{p#0 votes=["同意","同意","反对"]} -v#2 v-end');
  });

  it('stops early where the condition holds', () => {
    const { instance } = voting({ sequential: true, until: 'vote = "反对"' });
    expect(cast(instance, 'v#3', '反对')).toContain('{p#0 votes=["反对",null,null]} -v#2 v-end');
  });
});
