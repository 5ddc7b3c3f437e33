import { err, ok, type Result } from '@wuqing/kernel';
import { sentenceOf } from './bars.js';
import { bodyNames } from './body.js';
import { isCalendarDate } from './calendar-date.js';
import {
  checkCounts,
  checkVoteSum,
  rollOf,
  type AssemblyBasis,
  type ResolutionInput,
} from './resolution-counts.js';
import { bodyRules, ruleFor, type BodyRule } from './rules.js';
import { neededOf, type Threshold } from './threshold.js';

export type Verdict = 'passed' | 'not-passed' | 'tie' | 'no-quorum' | 'no-women-share';

export interface ResolutionJudgement {
  readonly verdict: Verdict;
  readonly passed: boolean;
  readonly quorumMet: boolean;
  /** True also where the law asks for no women's share. */
  readonly womenShareMet: boolean;
  readonly quorumNeeded: number;
  /** Null where the law asks for no women's share. */
  readonly womenNeeded: number | null;
  readonly votesNeeded: number;
  /** The head count the majority is taken from: those present, or all. */
  readonly denominator: number;
  /** The bars' sentences (2, 3, 7), empty when passed. */
  readonly reasons: readonly string[];
  /** True when a figure of this body's rule waits for the town's word: the page shows 「待镇确认」. */
  readonly unconfirmed: boolean;
}

interface Needs {
  readonly quorumNeeded: number;
  readonly womenNeeded: number | null;
  readonly votesNeeded: number;
  readonly denominator: number;
}

/** The share of the roll that must be there. */
export function quorumThreshold(rule: BodyRule, basis?: AssemblyBasis, stricter = false): Threshold {
  if (basis === '户代表') return rule.householdQuorum ?? rule.quorum;
  return stricter ? (rule.stricterQuorum ?? rule.quorum) : rule.quorum;
}

/** The least number present of a roll of `roll`. */
export const quorumFor = (rule: BodyRule, roll: number, basis?: AssemblyBasis, stricter = false): number =>
  neededOf(quorumThreshold(rule, basis, stricter), roll);

/** The least number of women present; null where the law asks for none. */
export const womenShareFor = (rule: BodyRule, womenShould: number): number | null =>
  rule.womenQuorum ? neededOf(rule.womenQuorum, womenShould) : null;

function needsOf(input: ResolutionInput, rule: BodyRule): Needs {
  const roll = rollOf(input);
  const denominator = rule.majority.of === 'all' ? roll : input.present;
  return {
    quorumNeeded: quorumFor(rule, roll, input.basis, input.stricterQuorum),
    womenNeeded: womenShareFor(rule, input.womenShould ?? 0),
    votesNeeded: neededOf(rule.majority.threshold, denominator),
    denominator,
  };
}

const isTie = ({ yes, no }: ResolutionInput): boolean => yes === no && yes > 0;

/** A meeting that may not vote has no outcome to judge, so the first missing condition is the verdict. */
function verdictOf(
  input: ResolutionInput,
  needs: Needs,
  quorumMet: boolean,
  womenShareMet: boolean,
): Verdict {
  if (!quorumMet) return 'no-quorum';
  if (!womenShareMet) return 'no-women-share';
  if (input.yes >= needs.votesNeeded) return 'passed';
  return isTie(input) ? 'tie' : 'not-passed';
}

function reasonsOf(verdict: Verdict, quorumMet: boolean, womenShareMet: boolean): string[] {
  if (verdict === 'passed') return [];
  if (quorumMet && womenShareMet) return [sentenceOf('majority-missed')];
  return [
    ...(quorumMet ? [] : [sentenceOf('no-quorum')]),
    ...(womenShareMet ? [] : [sentenceOf('no-women-share')]),
  ];
}

function judge(input: ResolutionInput, rule: BodyRule): ResolutionJudgement {
  const needs = needsOf(input, rule);
  const quorumMet = input.present >= needs.quorumNeeded;
  const womenShareMet = needs.womenNeeded === null || (input.womenPresent ?? 0) >= needs.womenNeeded;
  const verdict = verdictOf(input, needs, quorumMet, womenShareMet);
  return {
    verdict,
    passed: verdict === 'passed',
    quorumMet,
    womenShareMet,
    ...needs,
    reasons: reasonsOf(verdict, quorumMet, womenShareMet),
    unconfirmed: rule.sources.some((source) => source.unconfirmed && source.figure !== 'notice'),
  };
}

/**
 * Quorum, women's share and majority of one meeting, by the text in force on `decidedOn`.
 * The error is a sentence for the person who typed the counts. Never passes without a quorum; a tie never passes.
 */
export function judgeResolution(
  input: ResolutionInput,
  rules: readonly BodyRule[] = bodyRules,
): Result<ResolutionJudgement, string> {
  if (!isCalendarDate(input.decidedOn)) return err('请填写表决日期，格式为2026-01-31。');
  const rule = ruleFor(input.body, input.decidedOn, rules);
  if (rule === null)
    return err(`${input.decidedOn}尚无${bodyNames[input.body]}表决的规定，请核对表决日期和决策主体。`);
  const counts = checkCounts(input, rule);
  if (!counts.ok) return counts;
  const judgement = judge(counts.value, rule);
  const problem = checkVoteSum(counts.value, judgement.quorumMet && judgement.womenShareMet);
  return problem === null ? ok(judgement) : err(problem);
}
