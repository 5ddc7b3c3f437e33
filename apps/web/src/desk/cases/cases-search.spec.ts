import { askedFor, casesSearch } from './cases-search.js';

const UNIT = '00000001-0000-4000-8000-000000000011';

describe('the address of the list of cases', () => {
  it.each([
    [{}, {}],
    [
      { q: '道路', status: 'running', unitId: UNIT, processKey: 'major-matter', other: 1 },
      { q: '道路', status: 'running', unitId: UNIT, processKey: 'major-matter' },
    ],
    [{ q: '', status: 'gone', unitId: '../x', processKey: '' }, {}],
    [{ q: 7, status: ['running'], unitId: {}, processKey: 1 }, {}],
    [{ processKey: 'x'.repeat(300) }, { processKey: 'x'.repeat(100) }],
  ])('%j is read as %j, and asked as it is read', (given, read) => {
    expect(casesSearch(given)).toEqual(read);
    expect(askedFor(casesSearch(given))).toEqual(read);
  });
});
