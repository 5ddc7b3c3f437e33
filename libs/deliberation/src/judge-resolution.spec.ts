import * as fc from 'fast-check';
import { bodies, type Body } from './body.js';
import { judgeResolution, type ResolutionJudgement } from './judge-resolution.js';
import type { ResolutionInput } from './resolution-counts.js';

const meeting = (
  over: Partial<ResolutionInput> & Pick<ResolutionInput, 'body' | 'shouldAttend' | 'present'>,
) => {
  const { yes = 0, recused = 0 } = over;
  const no = over.no ?? over.present - yes - recused - (over.abstain ?? 0);
  const women = over.body === 'representatives-meeting' ? { womenShould: 0, womenPresent: 0 } : {};
  return {
    decidedOn: '2026-09-15',
    yes,
    no,
    abstain: 0,
    recused,
    ...women,
    ...over,
  } satisfies ResolutionInput;
};

function judged(input: ResolutionInput): ResolutionJudgement {
  const result = judgeResolution(input);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

describe('quorum', () => {
  const rows: [string, Body, number, number, Partial<ResolutionInput>][] = [
    ['支委会 ceil(N/2), even', 'branch-committee', 4, 2, {}],
    ['支委会 ceil(N/2), odd', 'branch-committee', 5, 3, {}],
    ['两委 ceil(N/2)', 'two-committees', 7, 4, {}],
    ['党员大会 ceil(N/2)', 'party-meeting', 30, 15, {}],
    ['党员大会 odd', 'party-meeting', 31, 16, {}],
    ['党员大会, the town chose ceil(2N/3)', 'party-meeting', 31, 21, { stricterQuorum: true }],
    ['村民会议 floor(N/2)+1, even', 'villagers-assembly', 1000, 501, {}],
    ['村民会议 floor(N/2)+1, odd', 'villagers-assembly', 1001, 501, { basis: '18岁以上村民' }],
    [
      '村民会议 by households ceil(2·户/3)',
      'villagers-assembly',
      1000,
      214,
      { basis: '户代表', households: 320 },
    ],
    ['村民会议 by households, 应到 counts them', 'villagers-assembly', 300, 200, { basis: '户代表' }],
    ['村民代表会议 ceil(2N/3)', 'representatives-meeting', 40, 27, {}],
    ['村民代表会议，N divisible by 3', 'representatives-meeting', 42, 28, {}],
    ['成员大会 ceil(2N/3)', 'members-assembly', 913, 609, {}],
    ['成员代表大会 = its pass figure', 'members-representatives-meeting', 40, 27, {}],
    ['理事会 ceil(2N/3)', 'council', 7, 5, {}],
  ];
  it.each(rows)('%s: N−1, N and N+1', (_name, body, shouldAttend, needed, over) => {
    const at = (present: number) => judged(meeting({ body, shouldAttend, present, yes: present, ...over }));
    expect(at(needed - 1)).toMatchObject({
      quorumMet: false,
      verdict: 'no-quorum',
      passed: false,
      quorumNeeded: needed,
    });
    expect(at(needed).quorumMet).toBe(true);
    expect(at(needed + 1).quorumMet).toBe(true);
  });

  it('is the same under the 2018 text', () => {
    const counts = { shouldAttend: 1001, present: 501, yes: 251, decidedOn: '2025-12-31' };
    expect(judged(meeting({ body: 'villagers-assembly', ...counts }))).toMatchObject({
      quorumNeeded: 501,
      votesNeeded: 251,
    });
  });
});

describe('majority', () => {
  const rows: [string, Body, number, number, number, number][] = [
    ['支委会 > half of present', 'branch-committee', 7, 6, 4, 6],
    ['两委 > half of present', 'two-committees', 9, 7, 4, 7],
    ['党员大会 > half of should attend', 'party-meeting', 30, 24, 16, 30],
    ['村民会议 > half of present', 'villagers-assembly', 1000, 600, 301, 600],
    ['村民代表会议 > half of present', 'representatives-meeting', 40, 31, 16, 31],
    ['成员大会 two thirds of all', 'members-assembly', 913, 640, 609, 913],
    ['成员代表大会 two thirds of all', 'members-representatives-meeting', 40, 35, 27, 40],
    ['理事会 > half of all', 'council', 7, 6, 4, 7],
  ];
  it.each(rows)('%s: N−1, N and N+1', (_name, body, shouldAttend, present, needed, denominator) => {
    const at = (yes: number) =>
      judged(meeting({ body, shouldAttend, present, yes, no: 0, abstain: present - yes }));
    expect(at(needed - 1)).toMatchObject({
      verdict: 'not-passed',
      votesNeeded: needed,
      denominator,
      reasons: ['赞成票未达法定多数，不得登记为通过。'],
    });
    expect(at(needed)).toMatchObject({ verdict: 'passed', passed: true, reasons: [] });
    expect(at(needed + 1).verdict).toBe('passed');
  });

  it('lets a 党员大会 with exactly half present meet, but never pass', () => {
    const half = judged(meeting({ body: 'party-meeting', shouldAttend: 30, present: 15, yes: 15 }));
    expect(half).toMatchObject({ quorumMet: true, verdict: 'not-passed', votesNeeded: 16 });
  });

  it('calls equal votes a tie, which does not pass', () => {
    const tie = judged(meeting({ body: 'two-committees', shouldAttend: 8, present: 8, yes: 4 }));
    expect(tie).toMatchObject({ verdict: 'tie', passed: false });
  });

  it('keeps the recused in the denominator', () => {
    const counts = { shouldAttend: 40, present: 31, yes: 15, no: 10, recused: 6 };
    expect(judged(meeting({ body: 'representatives-meeting', ...counts }))).toMatchObject({
      denominator: 31,
      passed: false,
    });
  });

  it('counts members online and by proxy as present', () => {
    const counts = { shouldAttend: 913, present: 640, yes: 609, online: 100, proxies: 50 };
    expect(judged(meeting({ body: 'members-assembly', ...counts })).passed).toBe(true);
  });
});

describe("women's share of a 村民代表会议", () => {
  const at = (womenPresent: number, womenShould = 14) =>
    judged(
      meeting({
        body: 'representatives-meeting',
        shouldAttend: 40,
        present: 30,
        yes: 20,
        womenShould,
        womenPresent,
      }),
    );

  it('needs two thirds of all women representatives', () => {
    expect(at(9)).toMatchObject({
      womenNeeded: 10,
      womenShareMet: false,
      verdict: 'no-women-share',
      reasons: ['到会妇女代表不足全体妇女代表的三分之二，不得表决。'],
    });
    expect(at(10).verdict).toBe('passed');
    expect(at(11).verdict).toBe('passed');
    expect(at(10, 15).womenShareMet).toBe(true);
  });

  it('says both sentences when the quorum is missed too', () => {
    const judgement = judged(
      meeting({
        body: 'representatives-meeting',
        shouldAttend: 40,
        present: 20,
        womenShould: 14,
        womenPresent: 5,
      }),
    );
    expect(judgement.verdict).toBe('no-quorum');
    expect(judgement.reasons).toEqual([
      '到会人数未达法定人数，不得表决，请另行通知开会。',
      '到会妇女代表不足全体妇女代表的三分之二，不得表决。',
    ]);
  });

  it('is asked of no other body', () => {
    expect(judged(meeting({ body: 'council', shouldAttend: 3, present: 3, yes: 3 })).womenNeeded).toBeNull();
  });
});

describe('the journeys of the procedure sheet', () => {
  it('A1: party meeting 17 of 30, representatives 22 of 31', () => {
    const party = judged(
      meeting({ body: 'party-meeting', shouldAttend: 30, present: 24, yes: 17, decidedOn: '2026-09-01' }),
    );
    expect(party).toMatchObject({ quorumNeeded: 15, votesNeeded: 16, verdict: 'passed' });
    const counts = { shouldAttend: 40, present: 31, yes: 22, womenShould: 14, womenPresent: 10 };
    const ballot = judged(meeting({ body: 'representatives-meeting', ...counts }));
    expect(ballot).toMatchObject({ quorumNeeded: 27, womenNeeded: 10, votesNeeded: 16, verdict: 'passed' });
  });

  it('A2: 28 of 40 come, but 9 of 14 women; then 30 with 11 women and 16 votes', () => {
    const first = {
      shouldAttend: 40,
      present: 28,
      yes: 0,
      no: 0,
      womenShould: 14,
      womenPresent: 9,
      decidedOn: '2026-02-10',
    };
    expect(judged(meeting({ body: 'representatives-meeting', ...first })).verdict).toBe('no-women-share');
    const second = {
      shouldAttend: 40,
      present: 30,
      yes: 16,
      womenShould: 14,
      womenPresent: 11,
      decidedOn: '2026-02-26',
    };
    expect(judged(meeting({ body: 'representatives-meeting', ...second }))).toMatchObject({
      votesNeeded: 16,
      passed: true,
    });
  });

  it('A3: 600 of 913 members are too few; 631 of 640 pass, 608 would not', () => {
    const at = (present: number, yes: number) =>
      judged(meeting({ body: 'members-assembly', shouldAttend: 913, present, yes, decidedOn: '2026-06-20' }));
    expect(at(600, 0)).toMatchObject({ quorumNeeded: 609, verdict: 'no-quorum' });
    expect(at(640, 631).passed).toBe(true);
    expect(at(640, 608).passed).toBe(false);
  });
});

describe('properties', () => {
  const anyMeeting = fc
    .record({
      body: fc.constantFrom(...bodies),
      shouldAttend: fc.integer({ min: 1, max: 2000 }),
      seed: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
    })
    .map(({ body, shouldAttend, seed: [a, b, c] }) => {
      const present = a % (shouldAttend + 1);
      const yes = b % (present + 1);
      const women = c % (present + 1);
      return meeting({
        body,
        shouldAttend,
        present,
        yes,
        ...(body === 'representatives-meeting'
          ? { womenShould: women, womenPresent: c % 2 ? women : 0 }
          : {}),
      });
    });

  it('never passes without quorum and women’s share', () => {
    fc.assert(
      fc.property(anyMeeting, (input) => {
        const { passed, quorumMet, womenShareMet, verdict } = judged(input);
        expect(passed).toBe(verdict === 'passed');
        if (passed) expect([quorumMet, womenShareMet]).toEqual([true, true]);
      }),
    );
  });

  it('one more yes for a no never undoes a pass', () => {
    fc.assert(
      fc.property(anyMeeting, (input) => {
        fc.pre(input.no > 0);
        const more = judged({ ...input, yes: input.yes + 1, no: input.no - 1 });
        expect(Number(more.passed)).toBeGreaterThanOrEqual(Number(judged(input).passed));
      }),
    );
  });

  it('a pass has more yes than no', () => {
    fc.assert(
      fc.property(anyMeeting, (input) => {
        if (judged(input).passed) expect(input.yes).toBeGreaterThan(input.no);
      }),
    );
  });
});
