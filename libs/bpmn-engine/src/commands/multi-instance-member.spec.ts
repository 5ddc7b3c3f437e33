import { cast, voting } from '@wuqing/testing';

describe('members added and taken out', () => {
  const add = (item?: string) =>
    ({ type: 'AddMultiInstanceMember', multiInstance: 'v#2', reason: 'r', ...(item && { item }) }) as const;
  const remove = (member: number) =>
    ({ type: 'RemoveMultiInstanceMember', multiInstance: 'v#2', member, reason: 'r' }) as const;

  it('one that is added to a parallel one starts at once and counts', () => {
    const { instance } = voting({ until: 'numberOfCompletedInstances = numberOfInstances' });
    expect(instance.run(add('丁'))).toBe('⟳+v#2[4] +v#6[4] {v#6 member="丁" loopCounter=4 vote=null} ●v#6');
    for (const key of ['v#3', 'v#4', 'v#5']) cast(instance, key, key);
    expect(cast(instance, 'v#6', 'x')).toContain('{p#0 votes=["v#3","v#4","v#5","x"]} -v#2');
  });

  it('one that is added to a sequential one comes last', () => {
    const { instance } = voting({ sequential: true }, ['甲']);
    expect(instance.run(add('丁'))).toBe('⟳+v#2[2]');
    expect(cast(instance, 'v#3', 'x')).toContain('+v#4[2] {v#4 member="丁" loopCounter=2 vote=null} ●v#4');
  });

  it('one that runs and is taken out ends; its place in the list goes', () => {
    const { instance } = voting();
    expect(instance.run(remove(2))).toBe('⟳-v#2[2] xv#4');
    cast(instance, 'v#3', '同意');
    expect(cast(instance, 'v#5', '反对')).toContain('{p#0 votes=["同意","反对"]} -v#2');
  });

  it('one that is still to come is passed over', () => {
    const { instance } = voting({ sequential: true });
    expect(instance.run(remove(2))).toBe('⟳-v#2[2]');
    expect(cast(instance, 'v#3', 'x')).toContain('+v#4[3] {v#4 member="丙" loopCounter=3 vote=null}');
    expect(cast(instance, 'v#4', 'y')).toContain('{p#0 votes=["x","y"]}');
  });

  it('the last one that runs gives way to the next, or to the end', () => {
    const { instance } = voting({ sequential: true }, ['甲', '乙']);
    expect(instance.run(remove(1))).toContain('xv#3 +v#4[2]');
    expect(instance.run(remove(2))).toContain('{p#0 votes=[]} -v#2 v-end');
  });

  it('a share that is reached by fewer members ends it', () => {
    const { instance } = voting(
      { until: 'numberOfCompletedInstances * 2 > numberOfInstances' },
      [1, 2, 3, 4],
    );
    cast(instance, 'v#3', 'x');
    cast(instance, 'v#4', 'x');
    expect(instance.run(remove(4))).toContain('⟳-v#2[4] xv#6 xv#5 {p#0 votes=["x","x",null]} -v#2');
  });

  it('what is not there is refused, and so is a member without its item', () => {
    const { instance } = voting();
    cast(instance, 'v#3', 'x');
    const sent = [
      instance.send({ ...add('x'), multiInstance: 'v#3' }),
      instance.send({ ...add('x'), multiInstance: 'constructor' }),
      instance.send(add()),
      instance.send(remove(1)),
      instance.send(remove(4)),
      instance.send(remove(1.5)),
      instance.send({ ...remove(2), multiInstance: 'nothing#9' }),
      instance.send(add('y'.repeat(40_000))),
    ];
    expect(sent.map((answer) => answer.ok || answer.error.code)).toEqual([
      'not-active',
      'not-active',
      'invalid',
      'not-active',
      'not-active',
      'not-active',
      'not-active',
      'too-large',
    ]);
  });
});
