import { askedFor, isNarrowed, ledgerSearch, proposeSearch } from './ledger-search.js';

const ID = '00000009-0000-4000-8000-000000000001';

describe('what of a ledger stands in the address', () => {
  it.each([
    [{}, {}],
    [
      { q: '王', state: 'seated' },
      { q: '王', state: 'seated' },
    ],
    [
      { unitId: ID, asOf: '2026-02-28' },
      { unitId: ID, asOf: '2026-02-28' },
    ],
    [{ q: '', state: 7, unitId: 'x', inForceOn: '2026-02-30', asOf: 'yesterday' }, {}],
    [{ q: 'x'.repeat(200) }, { q: 'x'.repeat(100) }],
  ])('%j is read as %j', (given, search) => {
    expect(ledgerSearch(given)).toEqual(search);
    expect(askedFor(search)).toEqual(search);
    expect(isNarrowed(search)).toBe(Object.keys(search).length > 0);
  });

  it.each([
    [{}, {}],
    [{ rowId: 'x', act: 'end' }, {}],
    [{ rowId: ID }, { rowId: ID, act: 'change' }],
    [
      { rowId: ID, act: 'enter' },
      { rowId: ID, act: 'change' },
    ],
    [
      { rowId: ID, act: 'end' },
      { rowId: ID, act: 'end' },
    ],
  ])('%j asks to write %j', (given, search) => expect(proposeSearch(given)).toEqual(search));
});
