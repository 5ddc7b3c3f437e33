import type { CaseStageView, TimelineItemView } from '../../client/api.js';
import { isSetback, timelineGroups } from './timeline-groups.js';

const stage = (key: string, ...elements: string[]) => ({ key, elements }) as unknown as CaseStageView;
const item = (elementId: string | null, text: string) => ({ elementId, text }) as TimelineItemView;
const told = (items: TimelineItemView[], stages: CaseStageView[]) =>
  timelineGroups(items, stages).map(
    ({ key, items: own }) => `${key}:${own.map(({ text }) => text).join('')}`,
  );

describe('a story by steps', () => {
  const stages = [stage('一', 'a'), stage('二', 'b', 'c')];

  it('gathers what belongs to one step, the one last heard of last', () =>
    expect(
      told([item('a', '1'), item('b', '2'), item('a', '3'), item('c', '4'), item('a', '5')], stages),
    ).toEqual(['二:24', '一:135']));

  it('puts what tells of no step to what was before it, and the beginning to the first', () =>
    expect(
      told([item(null, '0'), item('a', '1'), item('timer', '2'), item('b', '3'), item(null, '4')], stages),
    ).toEqual(['一:012', '二:34']));

  it('is one group where no step is known, and none of nothing', () => {
    expect(told([item(null, '0'), item('x', '1')], stages)).toEqual([':01']);
    expect(told([], stages)).toEqual([]);
  });
});

it.each([
  ['completed', false, false],
  ['completed', true, true],
  ['returned', false, true],
])('%s, late: %s', (kind, isLate, setback) =>
  expect(isSetback({ kind, isLate } as TimelineItemView)).toBe(setback),
);
