import { err, ok, type Result } from '@wuqing/kernel';
import { bodyNames, type Body } from './body.js';
import type { CalendarDate } from './calendar-date.js';
import type { BodyRule } from './rules.js';

/** 口径 of a 村民会议: by adult villagers or by household representatives. */
export type AssemblyBasis = '18岁以上村民' | '户代表';

/**
 * What a meeting's record counts; nothing of the outcome. `shouldAttend` is N of the body: members of the committee,
 * party members with a vote, villagers of 18 or more, committee and representatives, members of full capacity,
 * all representatives, the whole council.
 */
export interface ResolutionInput {
  readonly body: Body;
  readonly decidedOn: CalendarDate;
  readonly shouldAttend: number;
  readonly present: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  /** Present, but kept from voting; they stay in every denominator (unconfirmed). */
  readonly recused: number;
  readonly womenShould?: number;
  readonly womenPresent?: number;
  readonly basis?: AssemblyBasis;
  /** All households, for basis 户代表; without it `shouldAttend` counts households. */
  readonly households?: number;
  /** 成员大会: how many of `present` take part online, or by written proxy. */
  readonly online?: number;
  readonly proxies?: number;
  /** 党员大会: the town chose the quorum of two thirds. */
  readonly stricterQuorum?: boolean;
}

const COUNTS: readonly [keyof ResolutionInput, string][] = [
  ['shouldAttend', '应到人数'],
  ['present', '实到人数'],
  ['yes', '同意票数'],
  ['no', '反对票数'],
  ['abstain', '弃权票数'],
  ['recused', '回避人数'],
  ['womenShould', '应到妇女代表人数'],
  ['womenPresent', '实到妇女代表人数'],
  ['households', '总户数'],
  ['online', '线上参加人数'],
  ['proxies', '书面委托人数'],
];
const REQUIRED = new Set<keyof ResolutionInput>([
  'shouldAttend',
  'present',
  'yes',
  'no',
  'abstain',
  'recused',
]);
const COUNT_MAX = 10_000_000;

const isCount = (value: unknown): boolean =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= COUNT_MAX;

/** The head count that quorum and “of all” are taken from. */
export const rollOf = (input: ResolutionInput): number =>
  input.basis === '户代表' ? (input.households ?? input.shouldAttend) : input.shouldAttend;

const unreadableCount = (input: ResolutionInput): string | undefined =>
  COUNTS.find(([key]) => (input[key] === undefined ? REQUIRED.has(key) : !isCount(input[key])))?.[1];

function checkRoll(input: ResolutionInput): string | null {
  const roll = rollOf(input);
  if (roll === 0) return '应到人数不能为零，请核对名册。';
  if (input.present > roll) return `实到人数（${input.present}）多于应到人数（${roll}），请核对签到表。`;
  if (input.basis !== undefined && input.body !== 'villagers-assembly')
    return '只有村民会议需要选择口径，请删去口径。';
  return null;
}

function checkWomen(input: ResolutionInput, rule: BodyRule): string | null {
  const { womenShould, womenPresent, present, shouldAttend } = input;
  if (rule.womenQuorum === undefined) return null;
  if (womenShould === undefined || womenPresent === undefined) return '请填写应到和实到妇女代表人数。';
  if (womenPresent > womenShould) return '实到妇女代表多于应到妇女代表，请核对签到表。';
  if (womenPresent > present || womenShould > shouldAttend)
    return '妇女代表人数多于全体人数，请核对名册和签到表。';
  return null;
}

function checkAbsentees(input: ResolutionInput): string | null {
  const away = (input.online ?? 0) + (input.proxies ?? 0);
  if (away === 0) return null;
  if (input.body !== 'members-assembly') {
    return `${bodyNames[input.body]}不能线上参加或者书面委托，请只登记到会人员。`;
  }
  return away > input.present ? '线上和委托人数多于实到人数，请核对签到表。' : null;
}

/**
 * Whether the votes add up to those present. Where no ballot may be opened (`mayVote` false), none is recorded, and
 * a record without any vote is whole.
 */
export function checkVoteSum(input: ResolutionInput, mayVote: boolean): string | null {
  const { present, yes, no, abstain, recused } = input;
  const cast = yes + no + abstain;
  if (cast + recused === present || (!mayVote && cast === 0 && recused <= present)) return null;
  return `同意、反对、弃权与回避之和（${cast + recused}）应等于实到人数（${present}），请核对票数。`;
}

/** The counts as they came, or one sentence that says what to correct. */
export function checkCounts(input: ResolutionInput, rule: BodyRule): Result<ResolutionInput, string> {
  const unreadable = unreadableCount(input);
  if (unreadable !== undefined) return err(`请填写${unreadable}，应为不小于0的整数。`);
  const problem = checkRoll(input) ?? checkWomen(input, rule) ?? checkAbsentees(input);
  return problem === null ? ok(input) : err(problem);
}
