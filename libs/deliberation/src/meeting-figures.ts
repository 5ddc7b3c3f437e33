import type { Body } from './body.js';
import type { CalendarDate } from './calendar-date.js';
import {
  judgeResolution,
  quorumThreshold,
  womenShareFor,
  type ResolutionJudgement,
} from './judge-resolution.js';
import { countRoll, type RollRecord, type RollSheet } from './meeting-roll.js';
import type { AssemblyBasis } from './resolution-counts.js';
import { ruleFor, type BodyRule, type RuleSource } from './rules.js';
import { neededOf, type Threshold } from './threshold.js';
import type { Result } from '@wuqing/kernel';

/** One figure of a meeting, with where it comes from. */
export interface MeetingFigure {
  readonly needed: number;
  /** 「应到 8 人的二分之一以上」. */
  readonly text: string;
  readonly citation: string;
  readonly unconfirmed: boolean;
}

export interface MeetingFigures {
  readonly quorum: MeetingFigure;
  /** Null where the law asks for no women's share. */
  readonly women: MeetingFigure | null;
  /** Of those present it needs to be known how many they are: `present` may be null before anybody is marked. */
  readonly majority: MeetingFigure | null;
}

/** What the figures of a meeting are taken from. */
export interface MeetingHeads {
  readonly body: Body;
  readonly heldOn: CalendarDate;
  readonly shouldAttend: number;
  readonly present: number | null;
  readonly womenShould?: number;
  readonly basis?: AssemblyBasis;
  readonly stricter?: boolean;
}

const SHARES: Readonly<Record<string, string>> = { '1/2': '二分之一', '2/3': '三分之二' };

function shareText({ numerator, denominator, inclusive }: Threshold): string {
  const share = SHARES[`${numerator}/${denominator}`] ?? `${denominator} 分之 ${numerator}`;
  if (inclusive) return `${share}以上`;
  return denominator === 2 ? '过半数' : `超过${share}`;
}

function figure(rule: BodyRule, kind: RuleSource['figure'], needed: number, text: string): MeetingFigure {
  const source = rule.sources.find((one) => one.figure === kind);
  return {
    needed,
    text,
    citation: source?.citation ?? '',
    unconfirmed: source?.unconfirmed ?? true,
  };
}

function majorityOf(rule: BodyRule, { shouldAttend, present }: MeetingHeads): MeetingFigure | null {
  const { threshold, of } = rule.majority;
  const heads = of === 'all' ? shouldAttend : present;
  if (heads === null) return null;
  const text = `${of === 'all' ? '全体' : '到会'} ${heads} 人的${shareText(threshold)}`;
  return figure(rule, 'majority', neededOf(threshold, heads), text);
}

/** Quorum, women's share and majority of a meeting, before it has an outcome; null where no rule was in force that day. */
export function meetingFigures(heads: MeetingHeads): MeetingFigures | null {
  const rule = ruleFor(heads.body, heads.heldOn);
  if (rule === null) return null;
  const { shouldAttend, womenShould = 0, basis, stricter } = heads;
  const quorum = quorumThreshold(rule, basis, stricter);
  const women = womenShareFor(rule, womenShould);
  return {
    quorum: figure(
      rule,
      'quorum',
      neededOf(quorum, shouldAttend),
      `应到 ${shouldAttend} ${basis === '户代表' ? '户' : '人'}的${shareText(quorum)}`,
    ),
    women:
      women === null || rule.womenQuorum === undefined
        ? null
        : figure(rule, 'women', women, `妇女代表 ${womenShould} 人的${shareText(rule.womenQuorum)}`),
    majority: majorityOf(rule, heads),
  };
}

export interface JudgedMeeting {
  readonly body: Body;
  readonly heldOn: CalendarDate;
  readonly stricter?: boolean;
}

const isBasis = (value: string | undefined): value is AssemblyBasis =>
  value === '18岁以上村民' || value === '户代表';

/** The judgement that the lane will make of this roll, or the sentence that says what does not add up. */
export function judgeRoll(
  { body, heldOn, stricter }: JudgedMeeting,
  record: RollRecord,
  sheet: RollSheet,
): Result<ResolutionJudgement, string> {
  const { recused, basis, womenShould, womenPresent, ...counts } = countRoll(record, sheet);
  return judgeResolution({
    body,
    decidedOn: heldOn,
    shouldAttend: counts.shouldAttend,
    present: counts.present,
    yes: counts.yes,
    no: counts.no,
    abstain: counts.abstain,
    recused: recused.length,
    ...(womenShould !== undefined && { womenShould }),
    ...(womenPresent !== undefined && { womenPresent }),
    ...(isBasis(basis) && body === 'villagers-assembly' && { basis }),
    ...(counts.online !== undefined && { online: counts.online }),
    ...(counts.proxies !== undefined && { proxies: counts.proxies }),
    ...(stricter !== undefined && { stricterQuorum: stricter }),
  });
}
