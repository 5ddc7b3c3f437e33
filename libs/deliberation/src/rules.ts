import type { Body } from './body.js';
import type { CalendarDate } from './calendar-date.js';
import { atLeastHalf, atLeastTwoThirds, moreThanHalf, type Threshold } from './threshold.js';

/** Where a figure comes from; `unconfirmed` figures carry the mark 「待镇确认」 on the page. */
export interface RuleSource {
  readonly figure: 'quorum' | 'women' | 'majority' | 'notice';
  readonly citation: string;
  readonly unconfirmed: boolean;
}

/** One body's rule while one text of the law is in force: `from` included, `until` excluded. */
export interface BodyRule {
  readonly body: Body;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
  readonly quorum: Threshold;
  /** 党员大会 only: the stricter local quorum a town may choose. */
  readonly stricterQuorum?: Threshold;
  /** 村民会议 only: the quorum when household representatives (户代表) sit. */
  readonly householdQuorum?: Threshold;
  /** 村民代表会议 only: the share of all women representatives who must be present. */
  readonly womenQuorum?: Threshold;
  readonly majority: { readonly threshold: Threshold; readonly of: 'present' | 'all' };
  /** Clear days between notice and meeting (nB); null where nothing demands a notice period. */
  readonly noticeDays: number | null;
  readonly sources: readonly RuleSource[];
}

const source = (figure: RuleSource['figure'], citation: string): RuleSource => ({
  figure,
  citation,
  unconfirmed: false,
});
const unconfirmed = (figure: RuleSource['figure'], citation: string): RuleSource => ({
  figure,
  citation,
  unconfirmed: true,
});

/** 村民委员会组织法 as amended 2025 (主席令第59号) is in force from this day; older decisions follow the 2018 text. */
export const LAW_2025_FROM: CalendarDate = '2026-01-01';
const LAW_2018_FROM: CalendarDate = '2018-12-29';
/** 农村集体经济组织法. */
export const COLLECTIVE_LAW_FROM: CalendarDate = '2025-05-01';
/** 中国共产党支部工作条例(试行). */
const PARTY_RULES_FROM: CalendarDate = '2018-10-28';

const ofPresent = { threshold: moreThanHalf, of: 'present' } as const;
const twoThirdsOfAll = { threshold: atLeastTwoThirds, of: 'all' } as const;

const partyRules: readonly BodyRule[] = [
  {
    body: 'branch-committee',
    from: PARTY_RULES_FROM,
    until: null,
    quorum: atLeastHalf,
    majority: ofPresent,
    noticeDays: null,
    sources: [unconfirmed('quorum', '党支部工作条例第十二条'), unconfirmed('majority', '惯例，到会过半数')],
  },
  {
    body: 'two-committees',
    from: PARTY_RULES_FROM,
    until: null,
    quorum: atLeastHalf,
    majority: ofPresent,
    noticeDays: null,
    sources: [unconfirmed('quorum', '惯例，应到半数以上'), unconfirmed('majority', '惯例，到会过半数')],
  },
  {
    body: 'party-meeting',
    from: PARTY_RULES_FROM,
    until: null,
    quorum: atLeastHalf,
    stricterQuorum: atLeastTwoThirds,
    majority: { threshold: moreThanHalf, of: 'all' },
    noticeDays: 3,
    sources: [
      source('quorum', '党支部工作条例第十一条'),
      source('majority', '党支部工作条例第十一条'),
      unconfirmed('notice', '方案提前三日送达党员，地方做法'),
    ],
  },
];

interface VillagersArticles {
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
  readonly text: string;
  readonly assemblyNotice: string;
  readonly assembly: string;
  readonly representatives: string;
}

/** The figures of both texts are the same, the article numbers moved. */
const villagersRules = (law: VillagersArticles): readonly BodyRule[] => [
  {
    body: 'villagers-assembly',
    from: law.from,
    until: law.until,
    quorum: moreThanHalf,
    householdQuorum: atLeastTwoThirds,
    majority: ofPresent,
    noticeDays: 10,
    sources: [
      source('quorum', `${law.text}${law.assembly}`),
      source('majority', `${law.text}${law.assembly}`),
      source('notice', `${law.text}${law.assemblyNotice}；山东省实施办法第十七条`),
    ],
  },
  {
    body: 'representatives-meeting',
    from: law.from,
    until: law.until,
    quorum: atLeastTwoThirds,
    womenQuorum: atLeastTwoThirds,
    majority: ofPresent,
    noticeDays: 5,
    sources: [
      source('quorum', `${law.text}${law.representatives}`),
      unconfirmed('women', '山东省实施办法第二十四条（2012）'),
      source('majority', `${law.text}${law.representatives}`),
      unconfirmed('notice', '山东省实施办法第二十四条（2012）'),
    ],
  },
];

const collectiveRules: readonly BodyRule[] = [
  {
    body: 'members-assembly',
    from: COLLECTIVE_LAW_FROM,
    until: null,
    quorum: atLeastTwoThirds,
    majority: twoThirdsOfAll,
    noticeDays: 10,
    sources: [
      source('quorum', '农村集体经济组织法第二十七条'),
      source('majority', '农村集体经济组织法第二十七条'),
      source('notice', '农村集体经济组织法第二十七条'),
    ],
  },
  {
    body: 'members-representatives-meeting',
    from: COLLECTIVE_LAW_FROM,
    until: null,
    quorum: atLeastTwoThirds,
    majority: twoThirdsOfAll,
    noticeDays: 10,
    sources: [
      unconfirmed('quorum', '法律未规定，按通过所需人数'),
      source('majority', '农村集体经济组织法第二十八条'),
      unconfirmed('notice', '法律未规定，比照成员大会'),
    ],
  },
  {
    body: 'council',
    from: COLLECTIVE_LAW_FROM,
    until: null,
    quorum: atLeastTwoThirds,
    majority: { threshold: moreThanHalf, of: 'all' },
    noticeDays: null,
    sources: [
      source('quorum', '农村集体经济组织法第三十一条'),
      source('majority', '农村集体经济组织法第三十一条'),
    ],
  },
];

/** Every rule of every body; at most one is in force on a day. */
export const bodyRules: readonly BodyRule[] = [
  ...partyRules,
  ...villagersRules({
    from: LAW_2018_FROM,
    until: LAW_2025_FROM,
    text: '村民委员会组织法（2018）',
    assemblyNotice: '第二十一条',
    assembly: '第二十二条',
    representatives: '第二十六条',
  }),
  ...villagersRules({
    from: LAW_2025_FROM,
    until: null,
    text: '村民委员会组织法（2025）',
    assemblyNotice: '第二十五条',
    assembly: '第二十六条',
    representatives: '第三十条',
  }),
  ...collectiveRules,
];

/** The rule of `body` for a decision of that day, or null where no text was in force. */
export const ruleFor = (
  body: Body,
  decidedOn: CalendarDate,
  rules: readonly BodyRule[] = bodyRules,
): BodyRule | null =>
  rules.find(
    (rule) => rule.body === body && rule.from <= decidedOn && (rule.until === null || decidedOn < rule.until),
  ) ?? null;
