import type { DutyFigures, DutyState } from '@wuqing/persistence';
import type { PublicationDuty } from '../visibility/visible-inspection.js';
import type { DutyCellView, DutyUnitView, PublicationFiguresView } from './dto/inspection.view.js';

export interface PublicationFiguresOf {
  readonly figures: readonly DutyFigures[];
  readonly duties: readonly PublicationDuty[];
  readonly unitNames: ReadonlyMap<string, string>;
}

type Sums = Omit<PublicationFiguresView, 'asOf' | 'year' | 'month' | 'villages'>;

/** The table of who should have published: units with something wrong, the worst first, and all others apart. Pure. */
export function publicationFiguresOf({ figures, duties, unitNames }: PublicationFiguresOf): Sums {
  const rows = rowsOf(figures, unitNames);
  const wrong = rows.filter(({ cells }) => cells.some((cell) => cell.overdue + cell.stuck + cell.late > 0));
  const sums = sumsOf(figures);
  return {
    due: allIn(sums),
    ...sums,
    columns: duties.filter(({ processKey, elementId }) =>
      figures.some((one) => one.processKey === processKey && one.elementId === elementId),
    ),
    rows: wrong.sort(worstFirst),
    quiet: rows
      .filter((row) => !wrong.includes(row))
      .map(({ unitId, unitName, cells }) => ({ unitId, unitName, duties: allIn(sumsOf(cells)) })),
  };
}

type Counts = Readonly<Record<DutyState, number>>;

const sumsOf = (counts: readonly Counts[]): Counts =>
  counts.reduce<Counts>(
    (sum, one) => ({
      overdue: sum.overdue + one.overdue,
      stuck: sum.stuck + one.stuck,
      late: sum.late + one.late,
      open: sum.open + one.open,
      published: sum.published + one.published,
    }),
    { overdue: 0, stuck: 0, late: 0, open: 0, published: 0 },
  );

const allIn = ({ overdue, stuck, late, open, published }: Counts): number =>
  overdue + stuck + late + open + published;

function rowsOf(figures: readonly DutyFigures[], unitNames: ReadonlyMap<string, string>): DutyUnitView[] {
  return [...new Set(figures.map(({ unitId }) => unitId))]
    .map((unitId) => ({
      unitId,
      unitName: unitNames.get(unitId) ?? unitId,
      cells: figures.filter((one) => one.unitId === unitId).map(cellOf),
    }))
    .sort((one, other) => one.unitName.localeCompare(other.unitName, 'zh-CN'));
}

const cellOf = ({ unitId: _, worst, ...counts }: DutyFigures): DutyCellView => ({
  ...counts,
  state: worst.state,
  dueOn: worst.dueOn,
  doneOn: worst.doneOn,
  stepStuck: worst.stepName,
  noticeId: worst.noticeId,
});

function worstFirst(one: DutyUnitView, other: DutyUnitView): number {
  const [a, b] = [sumsOf(one.cells), sumsOf(other.cells)];
  return b.overdue - a.overdue || b.stuck - a.stuck || b.late - a.late;
}
