import {
  allPresent,
  emptyRoll,
  judgementOf,
  markOfKey,
  mayMark,
  withMark,
  withMethod,
  type MeetingRoll,
  type RollDraft,
} from './roll-state.js';

const person = (id: string, over: object = {}) => ({
  id,
  name: `某${id}`,
  title: '村委会委员',
  mayVote: true,
  mustRecuse: false,
  isWoman: false,
  recuseReason: null,
  ...over,
});
const roll: MeetingRoll = {
  complete: true,
  secret: false,
  countsWomen: false,
  body: 'two-committees',
  bodyName: '村“两委”会议',
  on: '2026-11-28',
  stricter: false,
  persons: [
    person('a'),
    person('b'),
    person('g', { mustRecuse: true }),
    person('h'),
    person('p', { mayVote: false }),
  ],
};
const marks = ({ persons = [] }: RollDraft): string =>
  persons.map(({ id, mark }) => `${id}${mark}`).join(' ');

describe('filling in a roll', () => {
  it('begins with nobody’s vote; kin are locked to recusal', () => {
    expect(marks(emptyRoll(roll))).toBe('g回避');
    expect(emptyRoll({ ...roll, secret: true }).method).toBe('无记名');
  });

  it('marks attendance for everybody at once, and never a vote', () => {
    const draft = allPresent(withMark(emptyRoll(roll), roll, { id: 'b', mark: '未到' }), roll);
    expect(marks(draft)).toBe('a到会 b未到 g回避 h到会');
  });

  it('keeps no choice when the ballot becomes secret', () => {
    const open = withMark({ method: '举手', persons: [] }, roll, { id: 'a', mark: '反对' });
    expect(withMethod(open, roll, '无记名')).toEqual({
      method: '无记名',
      persons: [{ id: 'a', mark: '到会' }],
    });
    const votes = { yes: 1, no: 0, abstain: 0 };
    expect(withMethod({ method: '无记名', persons: [], votes }, roll, '口头')).toEqual({
      method: '口头',
      persons: [],
    });
  });

  it.each([
    ['1', '举手', '同意'],
    ['5', '口头', '未到'],
    ['1', '无记名', '到会'],
    ['2', '无记名', undefined],
    ['4', '无记名', '回避'],
    ['6', '举手', undefined],
  ] as const)('key %s with %s is %s', (key, method, mark) => expect(markOfKey(key, method)).toBe(mark));

  it('leaves no choice to one who must recuse himself, and nothing to one without a vote', () => {
    const may = (id: string) =>
      (['同意', '回避', '未到'] as const).filter((mark) =>
        mayMark(
          roll.persons.find((one) => one.id === id)!,
          mark,
        ),
      );
    expect([may('a'), may('g'), may('p')]).toEqual([['同意', '回避', '未到'], ['回避', '未到'], []]);
  });

  it('is judged as soon as it is whole', () => {
    const half = withMark({ ...emptyRoll(roll), method: '举手' }, roll, { id: 'a', mark: '同意' });
    expect(judgementOf(half, roll)).toMatchObject({
      counts: { shouldAttend: 4, present: 2, yes: 1 },
      judged: undefined,
    });
    const whole = ['b', 'h'].reduce<RollDraft>(
      (draft, id) => withMark(draft, roll, { id, mark: '同意' }),
      half,
    );
    expect(judgementOf(whole, roll).judged).toMatchObject({ ok: true, value: { verdict: 'passed' } });
  });
});
