import { heatOf } from './heat-of.js';

const use = (used: number, term: number) => ({ used, term, unit: '工作日' as const });

it.each([
  [{ use: null, isLate: false }, undefined],
  [{ use: use(0, 3), isLate: false }, 'heat-1'],
  [{ use: use(2, 4), isLate: false }, 'heat-2'],
  [{ use: use(4, 5), isLate: false }, 'heat-3'],
  [{ use: use(1, 5), isLate: true }, 'heat-late'],
  [{ use: use(0, 0), isLate: false }, 'heat-1'],
])('%j is %s', (step, heat) => expect(heatOf(step)).toBe(heat));
