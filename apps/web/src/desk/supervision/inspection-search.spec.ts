import { askedDuties, inspectionSearch } from './inspection-search.js';

const UNIT = '00000001-0000-4000-8000-000000000011';

it.each([
  [
    { state: 'late', unitId: UNIT, year: 2026 },
    { state: 'late', unitId: UNIT, year: 2026 },
  ],
  [{ state: 'red', unitId: 'x', year: '2026', toReview: 'yes' }, {}],
  [
    { processKey: 'a', elementId: 'b', toReview: true },
    { processKey: 'a', elementId: 'b', toReview: true },
  ],
  [{ year: 1999, processKey: 7, elementId: '' }, {}],
])('reads of an address %j what it knows', (given, read) => expect(inspectionSearch(given)).toEqual(read));

it('asks for what nobody has reviewed', () =>
  expect(askedDuties({ toReview: true, unitId: UNIT })).toEqual({ reviewed: 'false', unitId: UNIT }));
