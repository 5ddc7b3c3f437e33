import type { CaseStepView } from '../../client/api.js';

/** How much of its term a step took, in four grades; late is a grade of its own. */
export type Heat = 'heat-1' | 'heat-2' | 'heat-3' | 'heat-late';

const HALF = 0.5;
const MOST = 0.8;

/** Nothing for a step without a term. */
export function heatOf({ use, isLate }: Pick<CaseStepView, 'use' | 'isLate'>): Heat | undefined {
  if (isLate) return 'heat-late';
  if (!use) return undefined;
  const share = use.used / Math.max(use.term, 1);
  return share < HALF ? 'heat-1' : share < MOST ? 'heat-2' : 'heat-3';
}
