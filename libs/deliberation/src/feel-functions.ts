import type { Json } from '@wuqing/kernel';
import { bodyOf } from './body.js';
import { isCalendarDate } from './calendar-date.js';
import { quorumFor, womenShareFor } from './judge-resolution.js';
import type { AssemblyBasis } from './resolution-counts.js';
import { bodyRules, ruleFor, type BodyRule } from './rules.js';

/** A pure function that a FEEL expression calls by name. */
export type FeelFunction = (...args: readonly Json[]) => Json;

const isHeadCount = (value: Json | undefined): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const isBasis = (value: Json): value is AssemblyBasis => value === '18岁以上村民' || value === '户代表';

function ruleOf(body: Json | undefined, heldOn: Json | undefined): BodyRule | null {
  const known = bodyOf(body);
  return known === null || typeof heldOn !== 'string' || !isCalendarDate(heldOn)
    ? null
    : ruleFor(known, heldOn, bodyRules);
}

/** `quorum needed(body, held on, should attend[, basis])`: the least number present; null where no rule is known. */
function quorumNeeded(...[body, heldOn, shouldAttend, basis = null, ...more]: readonly Json[]): Json {
  const rule = ruleOf(body, heldOn);
  if (rule === null || !isHeadCount(shouldAttend) || more.length > 0) return null;
  return quorumFor(rule, shouldAttend, isBasis(basis) ? basis : undefined);
}

/** `women needed(body, held on, women who should attend)`: 0 where the law asks for no women's share. */
function womenNeeded(...[body, heldOn, womenShould, ...more]: readonly Json[]): Json {
  const rule = ruleOf(body, heldOn);
  if (rule === null || more.length > 0) return null;
  if (rule.womenQuorum === undefined) return 0;
  return isHeadCount(womenShould) ? womenShareFor(rule, womenShould) : null;
}

/**
 * The figures of `rules` for the guards of a process file, so that a bar at the door and the judgement in the lane
 * (`wuqing.judge-resolution`) read the same rule. Null for whatever is no argument of theirs: a guard that cannot be
 * decided refuses.
 */
export const deliberationFunctions: Readonly<Record<string, FeelFunction>> = {
  'quorum needed': quorumNeeded,
  'women needed': womenNeeded,
};
