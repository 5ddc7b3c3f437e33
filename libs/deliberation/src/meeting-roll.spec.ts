import fc from 'fast-check';
import { checkRoll } from './check-roll.js';
import { judgeRoll, meetingFigures } from './meeting-figures.js';
import {
  ballotMethods,
  countRoll,
  isChoice,
  rollMarks,
  type RollMember,
  type RollRecord,
  type RollSheet,
} from './meeting-roll.js';

const member = (id: string, over: Partial<RollMember> = {}): RollMember => ({
  id,
  name: `某${id}`,
  mayVote: true,
  mustRecuse: false,
  isWoman: false,
  ...over,
});
const sheet: RollSheet = {
  complete: true,
  secret: false,
  countsWomen: true,
  members: [
    member('a'),
    member('b', { isWoman: true }),
    member('c'),
    member('d', { mustRecuse: true }),
    member('p', { mayVote: false }),
  ],
};
const assembly: RollSheet = { ...sheet, complete: false, members: [member('d', { mustRecuse: true })] };
const marked = (text: string): RollRecord['persons'] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((one) => ({ id: one.slice(0, 1), mark: one.slice(1) as RollRecord['persons'][number]['mark'] }));
const byHand = (text: string, more: Partial<RollRecord> = {}): RollRecord => ({
  method: '举手',
  persons: marked(text),
  ...more,
});
const votes = { yes: 2, no: 0, abstain: 0 };
const secret = (text: string, more: Partial<RollRecord> = {}): RollRecord =>
  byHand(text, { method: '无记名', votes, ...more });

describe('counting a roll', () => {
  it.each<[string, RollRecord, RollSheet, object]>([
    [
      'hands',
      byHand('a同意 b反对 c未到 d回避'),
      sheet,
      {
        shouldAttend: 4,
        present: 3,
        yes: 1,
        no: 1,
        abstain: 0,
        recused: ['d'],
        absentRecused: [],
        voters: ['a', 'b'],
        womenShould: 1,
        womenPresent: 1,
      },
    ],
    [
      'one who must recuse himself and stayed away',
      byHand('a同意 b同意 c弃权 d未到'),
      sheet,
      { present: 3, recused: [], absentRecused: ['d'] },
    ],
    [
      'no vote was held',
      byHand('a到会 b未到 c未到 d未到'),
      sheet,
      { present: 1, yes: 0, voters: [], womenPresent: 0 },
    ],
    [
      'secret',
      secret('a到会 b到会 c未到 d回避'),
      sheet,
      { present: 3, ...votes, voters: ['a', 'b'], recused: ['d'] },
    ],
    ['half filled in', byHand('a同意'), sheet, { shouldAttend: 4, present: 1, yes: 1 }],
    [
      'a member without a vote is in no total, but named',
      byHand('a同意 p同意'),
      sheet,
      { shouldAttend: 4, present: 1, yes: 1, voters: ['a', 'p'] },
    ],
    ['nor is a stranger', byHand('a同意 x反对'), sheet, { present: 1, no: 0, voters: ['a', 'x'] }],
    [
      'an assembly is counted by hand',
      secret('d未到', { attendance: { shouldAttend: 900, present: 500, online: 3 } }),
      assembly,
      { shouldAttend: 900, present: 500, ...votes, online: 3, voters: [], absentRecused: ['d'] },
    ],
  ])('%s', (_what, record, of, counts) => {
    expect(countRoll(record, of)).toMatchObject(counts);
  });

  /** An oracle that reads the marks one by one and knows nothing of the code. */
  it('adds up, whoever is marked how', () => {
    const anyMark = fc.constantFrom(...rollMarks);
    const people = fc.array(
      fc.record({ mayVote: fc.boolean(), mustRecuse: fc.boolean(), isWoman: fc.boolean(), mark: anyMark }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(people, fc.constantFrom(...ballotMethods), (drawn, method) => {
        const members = drawn.map((one, at) => member(String(at), one));
        const persons = drawn.map(({ mark }, at) => ({ id: String(at), mark }));
        const counts = countRoll({ method, persons }, { ...sheet, members });
        const entitled = drawn.filter(({ mayVote }) => mayVote);
        expect(counts.shouldAttend).toBe(entitled.length);
        expect(counts.present).toBe(entitled.filter(({ mark }) => mark !== '未到').length);
        expect(counts.womenPresent).toBe(
          entitled.filter(({ mark, isWoman }) => isWoman && mark !== '未到').length,
        );
        if (method === '无记名') expect([counts.yes, counts.no, counts.abstain]).toEqual([0, 0, 0]);
        else expect(counts.yes).toBe(entitled.filter(({ mark }) => mark === '同意').length);
      }),
    );
  });
});

describe('a roll that is no record of its meeting', () => {
  it.each<[string, RollRecord, RollSheet, string, RegExp]>([
    [
      'somebody is left out',
      byHand('a同意 b同意 d回避'),
      sheet,
      '/persons',
      /还有 1 人没有登记到会情况：某c/,
    ],
    ['somebody twice', byHand('a同意 a反对 b同意 c未到 d回避'), sheet, '/persons', /同一人只登记一次/],
    [
      'somebody was there and has no choice',
      byHand('a同意 b到会 c未到 d回避'),
      sheet,
      '/persons',
      /1 人到会而没有登记表决：某b/,
    ],
    [
      'a choice in a secret ballot',
      secret('a同意 b到会 c未到 d回避'),
      sheet,
      '/persons',
      /不得登记个人的表决/,
    ],
    [
      'no votes of a secret ballot',
      secret('a到会 b到会 c未到 d回避', { votes: undefined as never }),
      sheet,
      '/votes',
      /请填写同意、反对、弃权的票数/,
    ],
    ['votes beside hands', byHand('a同意 b同意 c未到 d回避', { votes }), sheet, '/votes', /由名册算出/],
    [
      'heads beside a roll',
      byHand('a同意 b同意 c未到 d回避', { attendance: { shouldAttend: 4, present: 3 } }),
      sheet,
      '/attendance',
      /由名册算出/,
    ],
    [
      'hands where the ballot is secret',
      byHand('a同意 b同意 c未到 d回避'),
      { ...sheet, secret: true },
      '/method',
      /应当无记名投票/,
    ],
    [
      'a reason of one who came',
      byHand('', { persons: [...marked('b同意 c未到 d回避'), { id: 'a', mark: '同意', reason: '请假' }] }),
      sheet,
      '/persons/3/reason',
      /只有未到的人/,
    ],
    ['an assembly without heads', secret('d未到'), assembly, '/attendance', /请填写应到和实到人数/],
    [
      'a choice by name in an assembly',
      byHand('d同意', { votes, attendance: { shouldAttend: 9, present: 9 } }),
      assembly,
      '/persons',
      /不按姓名登记表决/,
    ],
  ])('%s', (_what, record, of, path, message) => {
    expect(checkRoll(record, of)).toEqual([{ path, message: expect.stringMatching(message) }]);
  });

  it.each([
    byHand('a同意 b同意 c未到 d回避'),
    byHand('a到会 b到会 c未到 d未到'),
    secret('a到会 b到会 c未到 d回避'),
  ])('a whole one: %j', (record) => expect(checkRoll(record, sheet)).toEqual([]));
});

describe('the judgement of a roll', () => {
  const meeting = { body: 'two-committees', heldOn: '2026-11-28' } as const;
  const eight: RollSheet = {
    ...sheet,
    countsWomen: false,
    members: Array.from('abcdefgh', (id) => member(id, { mustRecuse: id === 'g' })),
  };
  it('is that of the picture: five for it of seven there, one recused', () => {
    const record = byHand('a同意 b同意 c同意 d弃权 e同意 f同意 g回避 h未到');
    expect(judgeRoll(meeting, record, eight)).toMatchObject({
      ok: true,
      value: {
        verdict: 'passed',
        quorumMet: true,
        quorumNeeded: 4,
        votesNeeded: 4,
        denominator: 7,
        unconfirmed: true,
      },
    });
  });
  it('knows its figures before anybody is marked', () => {
    const heads = { ...meeting, shouldAttend: 8, present: null };
    expect(meetingFigures(heads)).toEqual({
      quorum: {
        needed: 4,
        text: '应到 8 人的二分之一以上',
        citation: '惯例，应到半数以上',
        unconfirmed: true,
      },
      women: null,
      majority: null,
    });
    expect(meetingFigures({ ...heads, present: 7 })?.majority).toMatchObject({
      needed: 4,
      text: '到会 7 人的过半数',
    });
    expect(meetingFigures({ ...heads, heldOn: '1990-01-01' })).toBeNull();
  });
  it('has no choice of anybody in a secret ballot, whatever is sent', () => {
    expect(JSON.stringify(countRoll(secret('a到会 b到会 c未到 d回避'), sheet))).not.toMatch(/同意|反对|弃权/);
    expect(rollMarks.filter(isChoice)).toEqual(['同意', '反对', '弃权']);
  });
});
