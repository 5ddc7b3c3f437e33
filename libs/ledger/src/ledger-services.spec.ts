import { casesGathered, GATHER_CASES, gatherServices } from './ledger-services.js';

const ID = '018f0000-0000-7000-8000-000000000001';
const OTHER = '018f0000-0000-7000-8000-000000000002';

describe('cases that are gathered', () => {
  it('are ids, each once', () =>
    expect(casesGathered({ cases: [ID, OTHER, ID] })).toEqual({ ok: true, value: [ID, OTHER] }));
  it('may be none', () =>
    expect(gatherServices[GATHER_CASES]!({ cases: [] })).toEqual({ ok: true, value: {} }));
  it.each([
    ['nothing', {}],
    ['no list', { cases: ID }],
    ['what is no id', { cases: [ID, '2026-00001'] }],
    ['a list without end', { cases: Array.from({ length: 51 }, () => ID) }],
  ])('are not %s', (_what, inputs) => expect(gatherServices[GATHER_CASES]!(inputs).ok).toBe(false));
});
