import type { CountKnown } from '../visibility/visible-counts.js';
import type { DayCountView } from './dto/inbox-counts.view.js';

const NEVER = 'infinity';

export interface InboxFigures {
  readonly todo: number;
  readonly late: number;
  readonly warn: number;
  readonly thisWeek: number;
  readonly claimable: number;
  readonly days: readonly DayCountView[];
}

type Counts = readonly Pick<CountKnown, 'isClaimed' | 'counted'>[];

/** What is counted at each step, added up. `sunday`: the last day of this week, `YYYY-MM-DD`. */
export function figuresOf(counts: Counts, sunday: string): InboxFigures {
  const figures = { todo: 0, late: 0, warn: 0, thisWeek: 0 };
  const days = new Map<string, DayCountView>();
  for (const [kind, n] of byKind(counts)) {
    const end = kind.indexOf(' ');
    const [dueOn, tone] = [kind.slice(0, end), kind.slice(end + 1)];
    const day = days.get(dueOn) ?? { dueOn: dueOn === NEVER ? null : dueOn, total: 0, late: 0, warn: 0 };
    days.set(dueOn, day);
    for (const sums of [day, figures]) if (tone === 'late' || tone === 'warn') sums[tone] += n;
    day.total += n;
    figures.todo += n;
    if (dueOn !== NEVER && dueOn <= sunday) figures.thisWeek += n;
  }
  const claimable = counts.filter(({ isClaimed }) => !isClaimed).reduce((sum, one) => sum + totalOf(one), 0);
  return { ...figures, claimable, days: inOrder(days) };
}

/** Many steps have the same days and colors: each is taken apart once. */
function byKind(counts: Counts): ReadonlyMap<string, number> {
  const kinds = new Map<string, number>();
  for (const { counted } of counts)
    for (const kind in counted) kinds.set(kind, (kinds.get(kind) ?? 0) + counted[kind]!);
  return kinds;
}

/** Digits come before letters: what is never due is last. */
const inOrder = (days: ReadonlyMap<string, DayCountView>): DayCountView[] =>
  [...days]
    .filter(([, { total }]) => total !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, day]) => day);

export function totalOf({ counted }: Pick<CountKnown, 'counted'>): number {
  let total = 0;
  for (const kind in counted) total += counted[kind]!;
  return total;
}
