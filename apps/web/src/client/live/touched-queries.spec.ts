import { touches } from './touched-queries.js';

const told = (topic: string) => ({
  cursor: '1:1:',
  reset: false,
  items: [{ topic, id: 'thing', version: 1, caseId: 'case' }],
});
const asked = (id: string, of?: string) => [{ _id: id, ...(of !== undefined && { path: { id: of } }) }];

it.each([
  ['user-task', asked('userTasksList'), true],
  ['user-task', asked('userTasksRead', 'thing'), true],
  ['user-task', asked('userTasksRead', 'other'), false],
  ['user-task', asked('casesRead', 'case'), true],
  ['user-task', asked('caseHistoryTimeline', 'case'), true],
  ['case', asked('caseHistoryOverview', 'case'), true],
  ['case', asked('caseHistoryAudit', 'other'), false],
  ['alert', asked('caseHistoryTimeline', 'case'), true],
  ['message', asked('caseObjectionsList', 'case'), true],
  ['user-task', asked('casesRead', 'other'), false],
  ['user-task', asked('alertsList'), false],
  ['case', asked('casesList'), true],
  ['alert', asked('alertsList'), true],
  ['user-task', asked('supervisionFigures'), true],
  ['case', asked('supervisionWatched'), true],
  ['user-task', asked('ordersList'), true],
  ['case', asked('ordersRead', 'case'), true],
  ['case', asked('ordersRead', 'other'), false],
  ['alert', asked('supervisionUnit', 'a village'), true],
  ['notice', asked('supervisionUnit', 'a village'), true],
  ['notice', asked('supervisionFigures'), false],
  ['alert', asked('casesList'), false],
  ['alert', asked('ownCountsRead'), true],
  ['user-task', asked('filesOfCase', 'case'), true],
  ['user-task', asked('filesOfCase', 'other'), false],
  ['user-task', asked('draftsList'), true],
  ['case', asked('ledgersRows'), true],
  ['unheard-of', asked('accountsList'), true],
  ['unheard-of', asked('accountsRead', 'other'), false],
  ['case', ['session'], false],
  ['case', [null], false],
  ['case', [], false],
] as const)('news of a %s and what was asked as %j: %s', (topic, key, expected) => {
  expect(touches(told(topic))(key as readonly unknown[])).toBe(expected);
});

it('touches everything after a reset', () => {
  expect(touches({ cursor: '', reset: true, items: [] })(['session'])).toBe(true);
});
