import { askedDuties, inspectionSearch, isNarrowed } from './inspection-search.js';

const UNIT = '00000001-0000-4000-8000-000000000011';

it.each([
  [
    { state: 'late', unitId: UNIT, year: 2026 },
    { state: 'late', unitId: UNIT, year: 2026 },
  ],
  [{ state: 'red', unitId: 'x', year: '2026', tab: 'draw' }, {}],
  [
    { processKey: 'a', elementId: 'b', tab: 'mend' },
    { processKey: 'a', elementId: 'b', tab: 'mend' },
  ],
  [{ year: 1999, processKey: 7, elementId: '', month: '2026-13' }, {}],
  [{ month: '2026-10' }, { month: '2026-10' }],
  [{ month: 202610 }, {}],
])('reads of an address %j what it knows', (given, read) => expect(inspectionSearch(given)).toEqual(read));

it.each([
  ['onsite', { look: 'onsite', reviewed: 'false', unitId: UNIT }],
  ['online', { look: 'online', reviewed: 'false', unitId: UNIT }],
  ['mend', { failed: 'true', unitId: UNIT }],
] as const)('asks for what stands under the tab %s', (tab, asked) =>
  expect(askedDuties({ tab, unitId: UNIT })).toEqual(asked),
);

it.each([
  [{}, false],
  [{ year: 2025, tab: 'mend' as const }, false],
  [{ month: '2026-10' }, false],
  [{ state: 'late' as const }, true],
  [{ unitId: UNIT, year: 2026 }, true],
  [{ processKey: 'a', elementId: 'b' }, true],
])('%j: whether less than all is shown is %s', (search, is) => expect(isNarrowed(search)).toBe(is));
