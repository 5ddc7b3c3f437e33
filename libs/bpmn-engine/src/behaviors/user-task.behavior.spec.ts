import { required } from '@wuqing/kernel';
import { effectsOf, InstanceDriver, sequenceOf, userTask } from '@wuqing/testing';
import type { OpenUserTask } from '../effect.js';

const opened = (instance: InstanceDriver): OpenUserTask =>
  required(
    instance.effects.find((effect): effect is OpenUserTask => effect.type === 'OpenUserTask'),
    'an open user task',
  );

describe('user task', () => {
  it('opens, waits for its completion, writes the submission and goes on', () => {
    const instance = new InstanceDriver(sequenceOf('p', [userTask('a'), userTask('b')]));
    expect(instance.start()).toBe('▶p +start#1 -start#1 start-a +a#2 ●a#2');
    expect(instance.complete('a', { adopted: true })).toBe('✓a#2 {p#0 adopted=true} -a#2 a-b +b#3 ●b#3');
    expect(effectsOf(instance.effects)).toBe('OpenUserTask(a#2) CloseUserTask(a#2) OpenUserTask(b#3)');
    expect(instance.effects[1]).toEqual({ type: 'CloseUserTask', userTask: 'a#2', how: 'completed' });
    expect(instance.state.executed).toEqual(['a']);
  });

  it('says who may do it, and what its extensions say at that moment', () => {
    const a = userTask('a', {
      name: '立项登记',
      formKey: 'register',
      assignee: 'clerk',
      candidateGroups: '"village-clerk, village-accountant,"',
      candidateUsers: 'users',
      extensions: [
        { name: 'guard', expressions: { reject: 'boom()' } },
        { name: 'serviceLevel', expressions: { from: 'proposedOn' } },
      ],
    });
    const instance = new InstanceDriver(sequenceOf('p', [a]));
    instance.start({ clerk: 'u1', users: ['u2', 'u3'], proposedOn: '2026-08-24' });
    expect(opened(instance)).toEqual({
      type: 'OpenUserTask',
      userTask: 'a#2',
      elementId: 'a',
      name: '立项登记',
      formKey: 'register',
      assignee: 'u1',
      candidateGroups: ['village-clerk', 'village-accountant'],
      candidateUsers: ['u2', 'u3'],
      extensions: [{ name: 'serviceLevel', index: 1, values: { from: '2026-08-24' } }],
    });
  });

  it('names nobody where the expression is null', () => {
    const instance = new InstanceDriver(
      sequenceOf('p', [userTask('a', { assignee: 'null', candidateGroups: 'null' })]),
    );
    instance.start();
    expect(opened(instance)).toMatchObject({ candidateGroups: [], candidateUsers: [] });
    expect(opened(instance)).not.toHaveProperty('assignee');
  });

  it.each([
    ['assignee', { assignee: 'boom()' }, 'expression'],
    ['candidate groups of another type', { candidateGroups: '{ a: 1 }' }, 'assignment'],
    ['candidate users of numbers', { candidateUsers: '[1, 2]' }, 'assignment'],
    ['extension', { extensions: [{ name: 'serviceLevel', expressions: { from: 'boom()' } }] }, 'expression'],
  ])('an error in its %s is an incident, and nothing opens', (_what, options, code) => {
    const instance = new InstanceDriver(sequenceOf('p', [userTask('a', options)]));
    expect(instance.start()).toBe(`▶p +start#1 -start#1 start-a +a#2 ⚠a#2(${code})`);
    expect(instance.state.userTasks).toEqual([]);
    expect(instance.effects).toEqual([]);
  });

  it('inputs are its own, outputs alone reach the process', () => {
    const a = userTask('a', { inputs: { base: 'n * 10' }, outputs: { total: 'base + extra' } });
    const instance = new InstanceDriver(sequenceOf('p', [a, userTask('b')]));
    expect(instance.start({ n: 2 })).toContain('+a#2 {a#2 base=20} ●a#2');
    expect(instance.complete('a', { extra: 3 })).toBe('✓a#2 {p#0 total=23} -a#2 a-b +b#3 ●b#3');
    expect(instance.state.variables).toEqual({ 'p#0': { n: 2, total: 23 } });
  });

  it('a submitted name that the task owns as input stays with the task', () => {
    const instance = new InstanceDriver(
      sequenceOf('p', [userTask('a', { inputs: { x: '1' } }), userTask('b')]),
    );
    instance.start({ x: 0 });
    instance.complete('a', { x: 5, y: 6 });
    expect(instance.state.variables).toEqual({ 'p#0': { x: 0, y: 6 } });
  });
});
