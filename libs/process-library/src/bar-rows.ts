import { assert } from '@wuqing/kernel';
import type { BarRow } from './bar-row.js';
import type { CaseWalker } from './case-walker.js';
import { peopleBarRows } from './people-bar-rows.js';

const order = (nextStep: string) => (walker: CaseWalker) => {
  assert(
    walker.correlate('town-order', { nextStep }).ok,
    `Expected the order of the town to lead to ${nextStep}`,
  );
};
/** Every bar that the process file holds, with at least one submission that must be refused. */
export const barRows: readonly BarRow[] = [
  ...peopleBarRows,
  {
    bar: 1,
    guard: 'bar-1-convene',
    what: 'five days are not clear',
    element: 'convene-body',
    submit: { meetingOn: '2026-09-14' },
  },
  {
    bar: 1,
    guard: 'bar-1-convene',
    what: 'the poster came a day later',
    element: 'convene-body',
    submit: { postedOn: '2026-09-10' },
  },
  {
    bar: 1,
    guard: 'bar-1-convene',
    what: 'an emergency of a 村民代表会议',
    element: 'convene-body',
    submit: { meetingOn: '2026-09-10', emergencyReason: '汛情' },
  },
  {
    bar: 1,
    guard: 'bar-1',
    what: 'the ballot was held before the day',
    element: 'decide-by-body',
    submit: { heldOn: '2026-09-14' },
  },
  {
    bar: 2,
    guard: 'bar-2',
    what: '26 of 40 voted',
    element: 'decide-by-body',
    submit: { present: 26, yes: 22, no: 4, abstain: 0 },
  },
  {
    bar: 2,
    guard: 'bar-2',
    what: '608 of 913 voted',
    journey: 'A3',
    element: 'decide-by-body',
    submit: { present: 608, yes: 608, no: 0, abstain: 0 },
  },
  {
    bar: 2,
    guard: 'bar-2-propose',
    what: '2 of 5 voted in the 支委会',
    element: 'propose-matter',
    submit: { present: 2, yes: 2 },
  },
  {
    bar: 2,
    guard: 'bar-2-deliberate',
    what: '3 of 8 voted in the 两委',
    element: 'deliberate-committees',
    submit: { present: 3, yes: 3 },
  },
  {
    bar: 2,
    guard: 'bar-2-review',
    what: '14 of 30 party members voted',
    element: 'review-party-meeting',
    submit: { present: 14, yes: 14, no: 0, abstain: 0 },
  },
  { bar: 3, guard: 'bar-3', what: '9 of 14 women', element: 'decide-by-body', submit: { womenPresent: 9 } },
  {
    bar: 4,
    guard: 'bar-4',
    what: 'another authorization is typed',
    element: 'decide-by-body',
    submit: { authorizationId: 'mine' },
  },
  {
    bar: 5,
    guard: 'bar-5',
    what: 'A6 reached the 村民代表会议',
    element: 'decide-by-body',
    by: (walker) => walker.override({ matterTypes: ['A6'] }),
  },
  {
    bar: 6,
    guard: 'bar-6',
    what: 'B10 reached the 成员代表大会',
    journey: 'A3',
    element: 'decide-by-body',
    by: (walker) => walker.override({ body: 'members-representatives-meeting' }),
  },
  {
    bar: 6,
    guard: 'bar-6',
    what: 'B10 reached the 村民会议',
    journey: 'A3',
    element: 'decide-by-body',
    by: (walker) => walker.override({ body: 'villagers-assembly' }),
  },
  {
    bar: 7,
    guard: 'bar-7',
    what: 'an undecided matter is to be published',
    stopAt: 'review-by-town',
    by: order('publish-resolution'),
    element: 'publish-resolution',
  },
  {
    bar: 8,
    guard: 'bar-8-convene',
    what: 'step 5 is ordered before step 1',
    stopAt: 'propose-matter',
    by: order('convene-body'),
    element: 'convene-body',
  },
  {
    bar: 8,
    guard: 'bar-8',
    what: 'the ballot without step 1',
    element: 'decide-by-body',
    by: (walker) => walker.override({ proposedByParty: null }),
  },
  {
    bar: 10,
    guard: 'bar-10',
    what: 'returned without basis',
    element: 'review-by-town',
    submit: { verdict: '退回', legality: '违法', returnTo: 2 },
  },
  {
    bar: 10,
    guard: 'bar-10',
    what: 'returned for infeasibility',
    element: 'review-by-town',
    submit: { verdict: '退回', legality: '合法', legalBasis: '无', returnTo: 2 },
  },
  {
    bar: 11,
    guard: 'bar-11',
    what: 'day 15 is a rest day',
    element: 'publish-resolution',
    submit: { to: '2026-10-01' },
  },
  {
    bar: 11,
    guard: 'bar-11-result',
    what: 'the result hangs 14 days',
    element: 'publish-result',
    submit: { to: '2026-11-24' },
  },
  {
    bar: 12,
    guard: 'bar-12',
    what: 'carried out while the notice runs',
    stopAt: 'verify-resolution-notice',
    by: order('implement-matter'),
    element: 'implement-matter',
  },
  {
    bar: 12,
    guard: 'bar-12',
    what: 'accepted before the notice ended',
    element: 'implement-matter',
    submit: { acceptedOn: '2026-10-08' },
  },
  {
    bar: 12,
    guard: 'bar-12',
    what: 'an objection is open',
    stopAt: 'verify-resolution-notice',
    by: (walker) => {
      walker.correlate('objection', {});
      order('implement-matter')(walker);
      walker.goTo('2026-11-06');
    },
    element: 'implement-matter',
  },
  {
    bar: 13,
    guard: 'bar-13',
    what: 'published unverified',
    stopAt: 'implement-matter',
    by: order('publish-result'),
    element: 'publish-result',
  },
  {
    bar: 13,
    guard: 'bar-13',
    what: 'published on the day of acceptance',
    element: 'publish-result',
    submit: { from: '2026-11-06', to: '2026-11-30' },
  },
  {
    bar: 14,
    guard: 'bar-14',
    what: 'another body decides the change',
    journey: 'A1-changed',
    element: 'decide-by-body',
    by: (walker) => walker.override({ lockedBody: 'villagers-assembly' }),
  },
  {
    bar: 16,
    guard: 'bar-16',
    what: 'a guarantee for others',
    element: 'register-matter',
    submit: { givesGuarantee: true },
  },
  {
    bar: 18,
    guard: 'bar-18',
    what: 'the notice ends in a year not loaded',
    element: 'implement-matter',
    by: (walker) => {
      walker.override({ noticeEndsOn: '2027-01-11' });
      walker.goTo('2027-01-20');
    },
    submit: { acceptedOn: '2027-01-20' },
  },
];
