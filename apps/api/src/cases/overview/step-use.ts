import type { DeadlineRow } from '@wuqing/persistence';
import { localDate, parseTerm, workingDaysBetween, type IndexedCalendar } from '@wuqing/working-calendar';
import { dayOf } from '../../platform/clock.js';

export interface StepUse {
  readonly used: number;
  readonly term: number;
  readonly unit: '工作日' | '日';
}

type Termed = Pick<DeadlineRow, 'policy' | 'anchor' | 'dueOn' | 'stoppedAt'>;

const DAY_MS = 86_400_000;

/**
 * How long a term took, of how long it was, as the term itself counts; a term that was put off is as long as it became.
 * `today`: the case's own day, for terms that still run.
 */
export function useOf(clock: Termed, today: string, calendar: IndexedCalendar): StepUse {
  const end = clock.stoppedAt === null ? today : dayOf(Date.parse(clock.stoppedAt));
  const unit = unitOf(clock);
  const between = (to: string): number =>
    unit === '工作日'
      ? workingDaysBetween(calendar, localDate(clock.anchor), localDate(to))
      : (Date.parse(to) - Date.parse(clock.anchor)) / DAY_MS;
  return { used: Math.max(between(end), 0), term: Math.max(between(clock.dueOn), 0), unit };
}

function unitOf({ policy }: Termed): StepUse['unit'] {
  const term = typeof policy['term'] === 'string' ? parseTerm(policy['term']) : undefined;
  return term?.ok && ['D', 'B', 'N'].includes(term.value.kind) ? '日' : '工作日';
}

const shareOf = ({ used, term }: StepUse): number => used / Math.max(term, 1);

/** Of several times the one that took the greatest share of its term; null where there was none. */
export const longestOf = (uses: readonly StepUse[]): StepUse | null =>
  uses.reduce<StepUse | null>(
    (longest, use) => (longest && shareOf(longest) >= shareOf(use) ? longest : use),
    null,
  );
