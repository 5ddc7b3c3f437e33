import {
  InstanceDriver,
  adHoc,
  boundary,
  each,
  end,
  exclusive,
  path,
  processOf,
  sequenceOf,
  start,
  subProcess,
  userTask,
} from '@wuqing/testing';
import type { UserTaskRow } from '@wuqing/persistence';
import { adHocChoices, loopChoices, stepChoices } from './step-choices.js';

const idsOf = (choices: readonly { readonly elementId: string }[]): string[] =>
  choices.map(({ elementId }) => elementId);

describe('what an operator may choose', () => {
  it('are the steps that a token can be put on, by the sub-process that they lie in', () => {
    const process = processOf('p', [
      start('s'),
      exclusive('x'),
      userTask('a', { name: '登记' }),
      boundary('late', 'a', { duration: '"P1D"' }),
      subProcess('stage', [start('i'), userTask('b'), end('o'), ...path('i', 'b', 'o')], { name: '阶段' }),
      end('e'),
      ...path('s', 'x', 'a', 'stage', 'e'),
      ...path('late', 'e'),
    ]);
    const choices = stepChoices(process);
    expect(idsOf(choices)).toEqual(['s', 'a', 'stage', 'i', 'b', 'o', 'e']);
    expect(choices.find(({ elementId }) => elementId === 'a')).toEqual({
      elementId: 'a',
      name: '登记',
      type: 'userTask',
      within: '',
    });
    expect(choices.find(({ elementId }) => elementId === 'b')?.within).toBe('阶段');
  });

  it('are the steps of an ad-hoc sub-process while it runs', () => {
    const process = sequenceOf('p', [
      adHoc('visits', [userTask('call'), userTask('visit')], { active: '["call"]' }),
    ]);
    const instance = new InstanceDriver(process);
    expect(adHocChoices({ process, state: instance.state })).toEqual([]);
    instance.start();
    const [visits] = adHocChoices({ process, state: instance.state });
    expect(visits).toMatchObject({ key: expect.stringMatching(/^visits#/), elementId: 'visits' });
    expect(idsOf(visits!.steps)).toEqual(['call', 'visit']);
  });

  it('are the members that work and those still to come', () => {
    const process = sequenceOf('p', [each(userTask('sign'), { cardinality: '3', sequential: true })]);
    const instance = new InstanceDriver(process);
    instance.start();
    const [task] = instance.state.userTasks;
    const tasks = [{ elementKey: task, assigneeName: '某甲' } as UserTaskRow];
    const [loop] = loopChoices({ process, state: instance.state }, tasks);
    expect(loop).toMatchObject({ elementId: 'sign', needsItem: false });
    expect(loop!.members).toEqual([
      { number: 1, state: 'running', assignee: '某甲' },
      { number: 2, state: 'to-come', assignee: null },
      { number: 3, state: 'to-come', assignee: null },
    ]);
  });
});
