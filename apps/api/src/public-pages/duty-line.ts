import type { PublicDutyFigures } from '../visibility/visible-inspection.js';

const DAY_MS = 86_400_000;

/** One row of 该公开的都公开了吗. */
export interface DutyLine {
  readonly title: string;
  /** 「按期 3，晚 1」; empty where there is but one. */
  readonly counts: string;
  /** Of the worst, 'YYYY-MM-DD'; null where it has no term. */
  readonly dueOn: string | null;
  readonly state: PublicDutyFigures['state'];
  /** 「✓! 晚 2 日」. */
  readonly said: string;
}

const ORDER: readonly PublicDutyFigures['state'][] = ['overdue', 'open', 'late', 'published'];

/** What is owed before what is done, the earliest due first. Pure. */
export const inOrder = <Row extends { readonly figures: PublicDutyFigures }>(rows: readonly Row[]): Row[] =>
  [...rows].sort(
    ({ figures: one }, { figures: other }) =>
      ORDER.indexOf(one.state) - ORDER.indexOf(other.state) ||
      (one.dueOn ?? '').localeCompare(other.dueOn ?? ''),
  );

/** `today`: 'YYYY-MM-DD'. Pure. */
export const dutyLineOf = (title: string, figures: PublicDutyFigures, today: string): DutyLine => ({
  title,
  counts: countsOf(figures),
  dueOn: figures.dueOn,
  state: figures.state,
  said: saidOf(figures, today),
});

function countsOf({ published, late, overdue, open }: PublicDutyFigures): string {
  const all = published + late + overdue + open;
  if (all === 1) return '';
  const parts: readonly (readonly [string, number])[] = [
    ['按期', published],
    ['晚', late],
    ['超期未公开', overdue],
    ['还没到期', open],
  ];
  return `${all} 项：${parts
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word} ${count}`)
    .join('，')}`;
}

function saidOf({ state, dueOn, doneOn }: PublicDutyFigures, today: string): string {
  if (state === 'overdue') return `■ 超期${daysIn(dueOn, today)}`;
  if (state === 'late') return `✓! 晚${daysIn(dueOn, doneOn)}`;
  return state === 'open' ? '还没到期' : '✓ 按期';
}

/** 「 2 日」; empty where there is no whole day between. */
function daysIn(from: string | null, to: string | null): string {
  const days = from === null || to === null ? 0 : Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
  return days > 0 ? ` ${days} 日` : '';
}
