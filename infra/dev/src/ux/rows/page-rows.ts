import { generateTownship } from '../../seed/township/index.js';
import type { DemoTown } from '../town/demo-town.js';
import { walkStops } from '../walk/walk-stops.js';
import { none, type Row } from './row.js';

/** What holds of every page. */
export async function pageRows({ browsers, stops, progress }: DemoTown): Promise<Row[]> {
  const names = new Set(generateTownship().accounts.map(({ login }) => login));
  const found = await progress.stage(`${stops.length} pages in both sizes of letters`, (remark) =>
    walkStops(browsers, stops, names, remark),
  );
  const times = `on ${found.pages} pages`;
  return [
    none('axe wcag 2.1 a and aa, serious', found.serious, times),
    { ...none('axe wcag 2.1 a and aa, lesser', found.lesser, times), budget: '–', isHeld: true },
    none('phone: targets under 48 (60), letters under 17 (21) px', found.small),
    none('what sticks out, at 390 and 320 px and at 200 %', found.out),
    none('stray Latin words', found.words),
    none('requests to another origin', found.foreign),
    none('what our own policy refused', found.refused),
    none('errors that no page caught', found.thrown),
    none('bpmn.io marks that are covered or gone', found.marks, `of ${found.diagrams}`),
    none('public pages with a script', found.scripts),
  ];
}
