import { scopeOf, watchSearch } from './watch-search.js';

const UNIT = '00000001-0000-4000-8000-000000000011';

describe('the address of the supervisor’s page', () => {
  it.each([
    [{}, {}],
    [
      { list: 'yellow', unitId: UNIT, processKey: 'major-matter', year: 2026 },
      { list: 'yellow', unitId: UNIT, processKey: 'major-matter', year: 2026 },
    ],
    [{ order: 'name' }, { order: 'name' }],
    [{ order: 'price' }, {}],
    [{ list: 'green', unitId: 'no', processKey: '', year: 1 }, {}],
    [{ list: ['red'], unitId: 7, processKey: {}, year: '2026' }, {}],
  ])('%j is read as %j', (given, read) => expect(watchSearch(given)).toEqual(read));

  it('asks by unit and process alone', () =>
    expect(scopeOf({ list: 'late', unitId: UNIT, year: 2026 })).toEqual({ unitId: UNIT }));
});
