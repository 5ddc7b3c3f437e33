import type { ModdleElement } from '../xml/moddle-element.js';
import { flowGraphOf, type GraphScope } from './flow-graph.js';
import { judgeScope, type ScopeJudgement } from './judge-scope.js';
import type { Properties, SoundnessReport, Verdict } from './report.js';

export interface SoundnessLimits {
  /** States of all scopes together, after reduction, beyond which what is left is not proved. */
  readonly statesMax: number;
}

/** Answers within a second on one core of 2026 for every net that comes to it. */
export const defaultSoundnessLimits: SoundnessLimits = { statesMax: 20_000 };

/**
 * Whether a process is sound: safe, able to complete from wherever it is, completing properly, without a dead
 * activity (`docs/soundness.md` says what each means here and why the answer can be trusted). Conditions are taken to
 * hold in any combination. The process is a `bpmn:Process` as bpmn-moddle reads it, executable by us or not; it needs
 * ids and resolved references, and is expected to have passed the linter's limits of size and depth.
 */
export function checkSoundness(
  process: ModdleElement,
  limits: SoundnessLimits = defaultSoundnessLimits,
): SoundnessReport {
  return reportOf(judgementsOf(flowGraphOf(process), { statesLeft: limits.statesMax }));
}

/** States that may still be looked at. */
interface Budget {
  statesLeft: number;
}

/** Inner scopes first: what they can end with are steps of the scope around them. Its own judgement comes first. */
function judgementsOf(scope: GraphScope, budget: Budget): readonly [ScopeJudgement, ...ScopeJudgement[]] {
  const within = new Map<string, readonly [ScopeJudgement, ...ScopeJudgement[]]>();
  for (const { id, inside } of scope.nodes)
    if (inside && inside.nodes.length > 0) within.set(id, judgementsOf(inside, budget));
  const outcomes = new Map([...within].map(([id, [own]]) => [id, own.outcomes]));
  const judgement = judgeScope(scope, outcomes, budget.statesLeft);
  budget.statesLeft = Math.max(0, budget.statesLeft - judgement.states);
  // What is wrong inside a step that no run reaches is not asked: that it is dead is said already.
  const reached = [...within].filter(([id]) => !judgement.dead.has(id));
  return [judgement, ...reached.flatMap(([, judgements]) => judgements)];
}

function reportOf(judgements: readonly ScopeJudgement[]): SoundnessReport {
  const worst = (property: keyof Properties): Verdict =>
    worstOf(judgements.map((judgement) => judgement[property]));
  const properties: Properties = {
    safe: worst('safe'),
    noDeadlock: worst('noDeadlock'),
    optionToComplete: worst('optionToComplete'),
    properCompletion: worst('properCompletion'),
    noDeadActivity: worst('noDeadActivity'),
  };
  return {
    ...properties,
    verdict: soundnessOf(worstOf(Object.values(properties))),
    findings: judgements.flatMap(({ findings }) => findings),
    states: judgements.reduce((sum, { states }) => sum + states, 0),
  };
}

const worstOf = (verdicts: readonly Verdict[]): Verdict => {
  if (verdicts.includes('violated')) return 'violated';
  return verdicts.includes('not-proved') ? 'not-proved' : 'holds';
};

const soundnessOf = (worst: Verdict): SoundnessReport['verdict'] => {
  if (worst === 'violated') return 'unsound';
  return worst === 'holds' ? 'sound' : 'not-proved';
};
