import type { CaseFigures, ColorFigures } from '@wuqing/persistence';
import type { WatchNumbers } from '../visibility/visible-watch.js';
import type { WatchCellView, WatchFiguresView, WatchRowView } from './dto/watch.view.js';

export interface FiguresOf {
  readonly numbers: WatchNumbers;
  readonly processNames: ReadonlyMap<string, string>;
  readonly unitNames: ReadonlyMap<string, string>;
}

type Sums = Omit<WatchFiguresView, 'asOf' | 'year' | 'villages'>;

/** Numbers of groups as the page shows them: whole, by unit and process, and what is quiet apart. Pure. */
export function figuresOf({ numbers, processNames, unitNames }: FiguresOf): Sums {
  const { running, colored, year, month } = numbers;
  const rows = rowsOf(running, colored, unitNames);
  const loud = rows.filter(({ cells }) => cells.some(({ red, yellow }) => red + yellow > 0));
  const quiet = rows.filter((row) => !loud.includes(row));
  const ended = total(year, 'ended');
  const endedLate = total(year, 'endedLate');
  return {
    open: total(running, 'running'),
    beganThisMonth: total(month, 'began'),
    endedThisMonth: total(month, 'ended'),
    red: total(colored, 'red'),
    redHigh: total(colored, 'redHigh'),
    yellow: total(colored, 'yellow'),
    yellowNext: total(colored, 'yellowNext'),
    ended,
    endedLate,
    onTimeRate: ended === 0 ? null : Math.round(((ended - endedLate) / ended) * 1_000) / 10,
    processes: processesOf(rows, processNames),
    rows: loud.sort(worstFirst),
    quiet: quiet.map(({ unitId, unitName, cells }) => ({ unitId, unitName, open: total(cells, 'open') })),
    totals: totalsOf(rows),
  };
}

const total = <Key extends string>(rows: readonly Readonly<Record<Key, number>>[], key: Key): number =>
  rows.reduce((sum, row) => sum + row[key], 0);

function rowsOf(
  running: readonly CaseFigures[],
  colored: readonly ColorFigures[],
  unitNames: ReadonlyMap<string, string>,
): WatchRowView[] {
  const units = new Map<string, Map<string, WatchCellView>>();
  const cellOf = (unitId: string, processKey: string): WatchCellView => {
    const cells = units.get(unitId) ?? new Map<string, WatchCellView>();
    units.set(unitId, cells);
    const cell = cells.get(processKey) ?? { processKey, open: 0, red: 0, yellow: 0 };
    cells.set(processKey, cell);
    return cell;
  };
  for (const one of running) if (one.running > 0) cellOf(one.unitId, one.processKey).open += one.running;
  for (const one of colored) {
    const cell = cellOf(one.unitId, one.processKey);
    cell.red += one.red;
    cell.yellow += one.yellow;
  }
  return [...units]
    .map(([unitId, cells]) => ({
      unitId,
      unitName: unitNames.get(unitId) ?? unitId,
      cells: [...cells.values()],
    }))
    .sort((one, other) => one.unitName.localeCompare(other.unitName, 'zh-CN'));
}

const worstFirst = (one: WatchRowView, other: WatchRowView): number =>
  total(other.cells, 'red') - total(one.cells, 'red') ||
  total(other.cells, 'yellow') - total(one.cells, 'yellow');

function processesOf(rows: readonly WatchRowView[], names: ReadonlyMap<string, string>) {
  const keys = new Set(rows.flatMap(({ cells }) => cells.map(({ processKey }) => processKey)));
  return [...keys].sort().map((key) => ({ key, name: names.get(key) ?? key }));
}

function totalsOf(rows: readonly WatchRowView[]): WatchCellView[] {
  const sums = new Map<string, WatchCellView>();
  for (const { processKey, open, red, yellow } of rows.flatMap(({ cells }) => cells)) {
    const sum = sums.get(processKey) ?? { processKey, open: 0, red: 0, yellow: 0 };
    sums.set(processKey, {
      processKey,
      open: sum.open + open,
      red: sum.red + red,
      yellow: sum.yellow + yellow,
    });
  }
  return [...sums.values()].sort((one, other) => (one.processKey < other.processKey ? -1 : 1));
}
