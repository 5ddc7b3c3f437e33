import type { LoopChoiceView } from '../../../client/api.js';
import { memberPicks, runningPicks, stepPicks } from './picks-of.js';

describe('choices by name', () => {
  it('say kind and place of a step, and call what has no name so', () => {
    expect(
      stepPicks([
        { elementId: 'a', name: '登记', type: 'userTask', within: '' },
        { elementId: 'g', name: '', type: 'callActivity', within: '施工阶段' },
      ]),
    ).toEqual([
      { value: 'a', label: '登记', note: '人工步骤' },
      { value: 'g', label: '（未命名步骤）', note: '调用流程，在「施工阶段」内' },
    ]);
  });

  it('tell visits of one step apart', () => {
    const sign = { elementId: 'sign', name: '签字', type: 'userTask' };
    expect(
      runningPicks([
        { ...sign, key: 'sign#2', isLoop: true },
        { ...sign, key: 'sign#3', isLoop: false },
        { ...sign, key: 'sign#4', isLoop: false },
      ]).map(({ note }) => note),
    ).toEqual(['会签整体', '人工步骤，编号 3', '人工步骤，编号 4']);
  });

  it('say how far a member is', () => {
    const members = [
      { number: 1, state: 'running', assignee: '张某' },
      { number: 2, state: 'running', assignee: null },
      { number: 3, state: 'to-come', assignee: null },
    ] satisfies LoopChoiceView['members'];
    const loop = { key: 'sign#2', elementId: 'sign', name: '签字', needsItem: false, members };
    expect(memberPicks(loop).map(({ note }) => note)).toEqual(['张某正在办理', '正在办理', '还没有开始']);
  });
});
