import type { Row } from './row.js';

const HEADS = ['what', 'budget', 'measured', ''] as const;
/** Of what was found so much is printed; the file beside holds all. */
const FOUND_SHOWN = 6;

/** The table as it is printed, with what broke a budget under its row. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ name, budget, measured, isHeld }) => [
    name,
    budget,
    measured,
    isHeld ? 'held' : 'NOT HELD',
  ]);
  const widths = HEADS.map((head, at) => Math.max(...[head, ...cells.map((row) => row[at]!)].map(widthOf)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => cell + ' '.repeat(widths[at]! - widthOf(cell)))
      .join('  ')
      .trimEnd();
  return [
    line(HEADS),
    ...rows.flatMap((row, at) => [line(cells[at]!), ...(row.isHeld ? [] : foundOf(row))]),
    '',
    summaryOf(rows),
  ].join('\n');
}

function foundOf({ found = [] }: Row): string[] {
  const more = found.length - FOUND_SHOWN;
  return [
    ...found.slice(0, FOUND_SHOWN).map((one) => `    ${one}`),
    ...(more > 0 ? [`    … and ${more} more`] : []),
  ];
}

function summaryOf(rows: readonly Row[]): string {
  const held = rows.filter(({ isHeld }) => isHeld).length;
  return `${held} of ${rows.length} budgets held`;
}

/** Chinese signs are two letters wide. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[⺀-鿿＀-｠]/u.test(sign) ? 2 : 1), 0);
