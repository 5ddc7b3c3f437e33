import { handCounts } from './hand-counts.js';
import type { MeetingRoll, RollDraft } from './roll-state.js';

const roll = (parts: Partial<MeetingRoll>): MeetingRoll => ({
  body: 'two-committees',
  bodyName: '两委',
  on: '2026-11-28',
  stricter: false,
  secret: false,
  countsWomen: false,
  complete: true,
  persons: [],
  ...parts,
});
const keysOf = (draft: RollDraft, of: MeetingRoll) => {
  const counted = handCounts(draft, of);
  return (
    counted && [
      counted.heads.map(({ key }) => key),
      counted.basis !== null,
      counted.votes.map(({ key }) => key),
    ]
  );
};
const HEADS = ['shouldAttend', 'present', 'online', 'proxies'];
const VOTES = ['yes', 'no', 'abstain'];

describe('what is counted by hand', () => {
  it.each([
    ['nothing where the roll has every name and choice', { method: '举手' }, {}, null],
    ['votes of a secret ballot', { method: '无记名' }, {}, [[], false, VOTES]],
    ['heads and votes of a body without names', {}, { complete: false }, [HEADS, false, VOTES]],
    [
      'whom the heads of an assembly stand for',
      {},
      { complete: false, body: 'villagers-assembly' },
      [HEADS, true, VOTES],
    ],
  ] as const)('is %s', (_is, draft, of, expected) => expect(keysOf(draft, roll(of))).toEqual(expected));

  it('goes into its own part of the roll, and out of it again', () => {
    const assembly = roll({ complete: false, body: 'villagers-assembly' });
    const counted = handCounts({ method: '举手' }, assembly)!;
    const present = counted.heads[1]!.with(33);
    expect(present).toEqual({ method: '举手', attendance: { present: 33 } });
    expect(handCounts(present, assembly)!.heads[1]!.value).toBe(33);
    expect(counted.votes[0]!.with(0)).toEqual({ method: '举手', votes: { yes: 0 } });
    expect(counted.basis!.with('户代表')).toEqual({ method: '举手', attendance: { basis: '户代表' } });
    expect(handCounts(present, assembly)!.heads[1]!.with(undefined)).toEqual({ method: '举手' });
  });
});
