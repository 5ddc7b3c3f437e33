import type { BarRow } from './bar-row.js';

const nobodyBarred = { withoutVote: [], notOnRoll: [], mustRecuse: [] };
/** Acts of supervision on the road of A1, with their guards. */
const supervision = ['verify-resolution-notice', 'verify-implementation', 'appraise-result'].map(
  (element) => [element, `bar-15-${element}`] as const,
);

/** Bars 9, 15 and 17: who may vote, and who may supervise. */
export const peopleBarRows: readonly BarRow[] = [
  {
    bar: 9,
    guard: 'bar-9',
    what: '31 voters of 30',
    element: 'review-party-meeting',
    submit: { shouldAttend: 31 },
  },
  {
    bar: 9,
    guard: 'bar-9-voters-review',
    what: 'a voter of the party meeting is a 预备党员',
    element: 'review-party-meeting',
    submit: { electorate: { ...nobodyBarred, withoutVote: ['voter-1'] } },
  },
  {
    bar: 9,
    guard: 'bar-9-voters-propose',
    what: 'a voter of the 支委会 is under 留党察看',
    element: 'propose-matter',
    submit: { electorate: { ...nobodyBarred, withoutVote: ['voter-2'] } },
  },
  ...supervision.map(([element, guard]) => ({
    bar: 15,
    guard,
    what: `${element} by one who may not supervise`,
    element,
    submit: { mayObserve: false },
  })),
  {
    bar: 15,
    guard: 'bar-15-observe-1',
    what: 'nobody has said whether the observer may',
    journey: 'A1-flagged',
    element: 'observe-1',
    submit: { mayObserve: null },
  },
  {
    bar: 17,
    guard: 'bar-17',
    what: 'a related party voted',
    element: 'decide-by-body',
    detour: { registration: { relatedPeople: [{ id: 'p1', name: '某甲' }] } },
    submit: { voters: ['p1', 'p2'] },
  },
  {
    bar: 17,
    guard: 'bar-17-propose',
    what: 'a related party voted in step 1',
    element: 'propose-matter',
    detour: { registration: { relatedPeople: [{ id: 'p1', name: '某甲' }] } },
    submit: { voters: ['p1'] },
  },
  {
    bar: 17,
    guard: 'bar-17',
    what: 'the wife of a related party voted',
    element: 'decide-by-body',
    submit: { voters: ['wife'], electorate: { ...nobodyBarred, mustRecuse: ['wife'] } },
  },
  {
    bar: 17,
    guard: 'bar-17-review',
    what: 'a brother of a related party voted in step 3',
    element: 'review-party-meeting',
    submit: { electorate: { ...nobodyBarred, mustRecuse: ['voter-17'] } },
  },
];
