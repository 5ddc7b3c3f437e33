import { bars, type BarId } from './bars.js';
import { checkBars, type BarFacts } from './check-bars.js';

type Case = { [K in BarId]: { id: K; down: BarFacts[K][]; open: BarFacts[K][] } }[BarId];

const deciding = {
  body: 'representatives-meeting',
  matterTypes: ['A3'],
  authorizationId: 'auth-1',
  meetingOn: '2026-09-15',
} as const;
const paper = (partyStanding: '正式党员' | '预备党员', kin: string[] = []) => ({
  voter: { personId: 'p1', partyStanding, kin },
  matter: { body: 'party-meeting' as const, relatedParties: ['p9'] },
});
const notice = { body: 'representatives-meeting', noticedOn: '2026-09-09' } as const;
const observer = {
  isVillageCommitteeMember: false,
  isKinOfVillageCommitteeMember: false,
  isVillageAccountant: false,
};

const cases: Case[] = [
  {
    id: 'notice-too-short',
    down: [{ ...notice, meetingOn: '2026-09-14' }],
    open: [{ ...notice, meetingOn: '2026-09-15' }],
  },
  { id: 'no-quorum', down: [{ quorumMet: false }], open: [{ quorumMet: true }] },
  { id: 'no-women-share', down: [{ womenShareMet: false }], open: [{ womenShareMet: true }] },
  {
    id: 'not-authorized',
    down: [{ ...deciding, authorizationId: null }],
    open: [deciding, { ...deciding, body: 'villagers-assembly', authorizationId: null }],
  },
  {
    id: 'reserved-matter',
    down: [{ ...deciding, matterTypes: ['A3', 'A6'] }],
    open: [deciding, { ...deciding, body: 'villagers-assembly', matterTypes: ['A6'] }],
  },
  {
    id: 'members-only',
    down: [
      ...['B1', 'B3', 'B8', 'B10', 'B12'].map((type) => ({
        ...deciding,
        body: 'members-representatives-meeting' as const,
        matterTypes: [type],
      })),
      { ...deciding, matterTypes: ['B7'] },
      { ...deciding, body: 'villagers-assembly', matterTypes: ['B2'] },
      { ...deciding, matterTypes: ['A2', 'B2'] },
    ],
    open: [
      deciding,
      { ...deciding, matterTypes: ['A3', 'B11'] },
      { ...deciding, body: 'members-representatives-meeting', matterTypes: ['B7'] },
      { ...deciding, body: 'members-assembly', matterTypes: ['B10'] },
    ],
  },
  {
    id: 'majority-missed',
    down: [{ recordedAsPassed: true, judgement: { passed: false } }],
    open: [
      { recordedAsPassed: false, judgement: { passed: false } },
      { recordedAsPassed: true, judgement: { passed: true } },
    ],
  },
  {
    id: 'party-discussion-missing',
    down: [{ partyDiscussedOn: null }],
    open: [{ partyDiscussedOn: '2026-08-25' }],
  },
  { id: 'no-vote-right', down: [paper('预备党员')], open: [paper('正式党员')] },
  {
    id: 'return-without-basis',
    down: [{ verdict: '退回' }, { verdict: '退回', legalBasis: ' ' }],
    open: [{ verdict: '退回', legalBasis: '村民委员会组织法第三十一条' }, { verdict: '同意' }],
  },
  {
    id: 'notice-period-too-short',
    down: [
      { from: '2026-09-16', to: '2026-09-30' },
      { from: '2026-09-16', to: '2026-10-07', leastTo: '2026-10-08' },
    ],
    open: [
      { from: '2026-09-16', to: '2026-10-01' },
      { from: '2026-09-16', to: '2026-10-08', leastTo: '2026-10-08' },
    ],
  },
  {
    id: 'carried-out-too-early',
    down: [
      { on: '2026-10-08', noticeEndsOn: '2026-10-08', openObjections: 0 },
      { on: '2026-10-09', noticeEndsOn: '2026-10-08', openObjections: 1 },
    ],
    open: [{ on: '2026-10-09', noticeEndsOn: '2026-10-08', openObjections: 0 }],
  },
  {
    id: 'result-unverified',
    down: [
      { verified: false, from: '2026-11-10', acceptedOn: '2026-11-06' },
      { verified: true, from: '2026-11-06', acceptedOn: '2026-11-06' },
      { verified: true, from: '2026-11-10', acceptedOn: null },
    ],
    open: [{ verified: true, from: '2026-11-07', acceptedOn: '2026-11-06' }],
  },
  {
    id: 'changed-by-another-body',
    down: [{ firstBody: 'villagers-assembly', body: 'representatives-meeting' }],
    open: [{ firstBody: 'villagers-assembly', body: 'villagers-assembly' }],
  },
  { id: 'observer-barred', down: [{ ...observer, isVillageAccountant: true }], open: [observer] },
  { id: 'guarantee-forbidden', down: [{ givesGuarantee: true }], open: [{ givesGuarantee: false }] },
  { id: 'recusal', down: [paper('正式党员', ['p9'])], open: [paper('正式党员')] },
  {
    id: 'provisional-date',
    down: [{ cutsOff: true, provisional: true }],
    open: [
      { cutsOff: false, provisional: true },
      { cutsOff: true, provisional: false },
    ],
  },
];

describe('bars', () => {
  it('are the eighteen of the sheet, in order', () => {
    expect(bars.map((bar) => bar.number)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
    expect(cases.map((row) => row.id)).toEqual(bars.map((bar) => bar.id));
  });

  it.each(cases)('$id', ({ id, down, open }) => {
    for (const facts of down) expect(checkBars({ [id]: facts }).map((bar) => bar.id)).toEqual([id]);
    for (const facts of open) expect(checkBars({ [id]: facts })).toEqual([]);
  });

  it('come in the order of the sheet, and only those that are asked', () => {
    const down = checkBars({
      'guarantee-forbidden': { givesGuarantee: true },
      'no-quorum': { quorumMet: false },
    });
    expect(down.map((bar) => bar.number)).toEqual([2, 16]);
    expect(checkBars({})).toEqual([]);
  });
});
