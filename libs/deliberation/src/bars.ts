/** A bar: what the engine refuses, with the sentence the user reads (procedure sheet `major-matter`, bars 1–18). */
export interface Bar {
  readonly number: number;
  readonly id: string;
  readonly sentence: string;
}

/** In the sheet's order; the sentence is official wording and is never changed by code. */
export const bars = [
  { number: 1, id: 'notice-too-short', sentence: '通知（张榜）未满法定日数，不得表决。' },
  { number: 2, id: 'no-quorum', sentence: '到会人数未达法定人数，不得表决，请另行通知开会。' },
  { number: 3, id: 'no-women-share', sentence: '到会妇女代表不足全体妇女代表的三分之二，不得表决。' },
  {
    number: 4,
    id: 'not-authorized',
    sentence: '该事项未经村民会议授权，村民代表会议决定无效，应提交村民会议。',
  },
  { number: 5, id: 'reserved-matter', sentence: '村民会议保留的其他事项不得授权村民代表会议决定。' },
  {
    number: 6,
    id: 'members-only',
    sentence: '该事项只能由成员大会（或依法有权的成员代表大会）决定。',
  },
  { number: 7, id: 'majority-missed', sentence: '赞成票未达法定多数，不得登记为通过。' },
  { number: 8, id: 'party-discussion-missing', sentence: '重要事项应当先经村党组织研究讨论。' },
  { number: 9, id: 'no-vote-right', sentence: '该党员没有表决权，不得计票。' },
  { number: 10, id: 'return-without-basis', sentence: '退回须写明法律法规依据，不得干预村民自治事项。' },
  { number: 11, id: 'notice-period-too-short', sentence: '公开期限不得少于十五日。' },
  {
    number: 12,
    id: 'carried-out-too-early',
    sentence: '决议公开期未满或异议未答复，不得组织实施。',
  },
  {
    number: 13,
    id: 'result-unverified',
    sentence: '实施结果未经村务监督委员会审核或尚未验收，不得公开。',
  },
  { number: 14, id: 'changed-by-another-body', sentence: '变更决议须由原决议机构讨论决定。' },
  { number: 15, id: 'observer-barred', sentence: '该人员依法不得担任村务监督职务。' },
  { number: 16, id: 'guarantee-forbidden', sentence: '村民委员会、集体财产不得为他人提供担保。' },
  { number: 17, id: 'recusal', sentence: '应当回避，不得参加表决。' },
  {
    number: 18,
    id: 'provisional-date',
    sentence: '该年度放假安排尚未导入，期限为暂定，不得据此作出截止处理。',
  },
] as const satisfies readonly Bar[];

export type BarId = (typeof bars)[number]['id'];

const byId = Object.fromEntries(bars.map((bar) => [bar.id, bar])) as Record<BarId, Bar>;

export const barOf = (id: BarId): Bar => byId[id];

export const sentenceOf = (id: BarId): string => byId[id].sentence;
