import { judgeResolution } from './judge-resolution.js';
import type { ResolutionInput } from './resolution-counts.js';

const representatives: ResolutionInput = {
  body: 'representatives-meeting',
  decidedOn: '2026-09-15',
  shouldAttend: 40,
  present: 30,
  yes: 20,
  no: 10,
  abstain: 0,
  recused: 0,
  womenShould: 14,
  womenPresent: 10,
};

const members = (over: Partial<ResolutionInput>): ResolutionInput => ({
  ...representatives,
  body: 'members-assembly',
  womenShould: undefined,
  womenPresent: undefined,
  no: 0,
  ...over,
});

const problemOf = (input: ResolutionInput): string | null => {
  const result = judgeResolution(input);
  return result.ok ? null : result.error;
};

describe('counts that cannot be', () => {
  const rows: [string, Partial<ResolutionInput>, string][] = [
    ['votes do not add up', { no: 9 }, '同意、反对、弃权与回避之和（29）应等于实到人数（30），请核对票数。'],
    [
      'no votes although a ballot may open',
      { yes: 0, no: 0 },
      '同意、反对、弃权与回避之和（0）应等于实到人数（30），请核对票数。',
    ],
    [
      'more present than on the roll',
      { present: 41, no: 21 },
      '实到人数（41）多于应到人数（40），请核对签到表。',
    ],
    ['negative', { no: -1 }, '请填写反对票数，应为不小于0的整数。'],
    ['not whole', { yes: 19.5 }, '请填写同意票数，应为不小于0的整数。'],
    ['not a number', { shouldAttend: NaN }, '请填写应到人数，应为不小于0的整数。'],
    ['an empty roll', { shouldAttend: 0, present: 0 }, '应到人数不能为零，请核对名册。'],
    ['women not counted', { womenShould: undefined }, '请填写应到和实到妇女代表人数。'],
    ['more women than there are', { womenPresent: 15 }, '实到妇女代表多于应到妇女代表，请核对签到表。'],
    [
      'more women than people',
      { womenShould: 41, womenPresent: 10 },
      '妇女代表人数多于全体人数，请核对名册和签到表。',
    ],
    ['proxies', { proxies: 1 }, '村民代表会议不能线上参加或者书面委托，请只登记到会人员。'],
    ['a basis', { basis: '户代表' }, '只有村民会议需要选择口径，请删去口径。'],
    ['a day that is none', { decidedOn: '2026-02-30' }, '请填写表决日期，格式为2026-01-31。'],
    [
      'a day before the law',
      { decidedOn: '2011-01-01' },
      '2011-01-01尚无村民代表会议表决的规定，请核对表决日期和决策主体。',
    ],
  ];
  it.each(rows)('%s', (_name, over, sentence) => {
    expect(problemOf({ ...representatives, ...over })).toBe(sentence);
  });

  it('refuses more online members than came', () => {
    const counts = members({
      shouldAttend: 9,
      present: 6,
      yes: 6,
      online: 4,
      proxies: 3,
    });
    expect(problemOf(counts)).toBe('线上和委托人数多于实到人数，请核对签到表。');
  });

  it('knows no members’ assembly before 2025-05-01', () => {
    const counts = members({
      shouldAttend: 9,
      present: 6,
      yes: 6,
      decidedOn: '2025-04-30',
    });
    expect(problemOf(counts)).toContain('尚无成员大会表决的规定');
  });
});
