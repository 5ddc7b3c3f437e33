import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { yearsAfter, isDay } from './day.js';
import { retainedUntil } from './retention.js';
import { FIRST_HASH, recordedVersion, verifyRow, type RowFacts, type RowVersion } from './row-version.js';
import { sampleKind as kind } from './sample-kind.fixture.js';
import { currentOf, isInForce, standingAt } from './standing.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const factsOf = (version: number, holder = '王芳'): RowFacts => ({
  ledger: kind.key,
  kindVersion: 1,
  rowId: 'r1',
  version,
  unitId: 'v1',
  rowKey: '["v1","1"]',
  act: version === 1 ? 'enter' : 'change',
  state: 'seated',
  data: { no: '1', holder, from: '2026-01-01', to: '2026-12-31' },
  endedFrom: null,
  reason: '换届',
  actorId: 'p1',
  confirmedBy: null,
  at: `2026-01-${String(version).padStart(2, '0')}T01:00:00.000Z`,
  origin: { caseId: 'c1', commandId: 'k1', step: 'write#4' },
});

const rowOf = (length: number): RowVersion[] => {
  const versions: RowVersion[] = [];
  for (let version = 1; version <= length; version += 1)
    versions.push(recordedVersion(versions.at(-1)?.hash ?? FIRST_HASH, factsOf(version), sha256));
  return versions;
};

describe('the versions of a row', () => {
  it('verify as they were written, also with what a database adds', () => {
    const added = rowOf(3).map((version) => ({ ...version, id: 7 }));
    expect(verifyRow(added, sha256)).toEqual({ ok: true, value: 3 });
    expect(verifyRow([], sha256)).toEqual({ ok: true, value: 0 });
  });

  it('break at the first that was changed, removed or put elsewhere', () => {
    const anyChange: fc.Arbitrary<Partial<RowVersion>> = fc.constantFrom(
      { data: { no: '1', holder: '李强', from: '2026-01-01', to: '2026-12-31' } },
      { state: 'left' },
      { reason: '' },
      { actorId: 'p2' },
      { confirmedBy: 'p2' },
      { at: '2026-02-01T00:00:00.000Z' },
      { endedFrom: '2026-02-01' },
      { origin: null },
      { unitId: 'v2' },
      { rowKey: '' },
      { kindVersion: 2 },
      { act: 'correct' },
      { ledger: 'other' },
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(), anyChange, (length, where, change) => {
        const versions = rowOf(length);
        const at = where % length;
        const changed = versions.map((version, index) =>
          index === at ? { ...version, ...change } : version,
        );
        expect(verifyRow(changed, sha256)).toMatchObject({ ok: false, error: { version: at + 1 } });
      }),
    );
    const [first, second, third] = rowOf(3) as [RowVersion, RowVersion, RowVersion];
    expect(verifyRow([first, third], sha256)).toMatchObject({ error: { version: 2 } });
    expect(verifyRow([second, first], sha256)).toMatchObject({ error: { version: 1 } });
    const forged = recordedVersion(first.hash, { ...factsOf(2), rowId: 'r2' }, sha256);
    expect(verifyRow([first, forged], sha256)).toMatchObject({ error: { version: 2 } });
  });

  it('stand from the moment they were written until the next', () => {
    const versions = rowOf(3);
    expect(standingAt(versions, '2025-12-31T00:00:00.000Z')).toBeUndefined();
    expect(standingAt(versions, '2026-01-02T01:00:00.000Z')?.version).toBe(2);
    expect(currentOf([...versions].reverse())?.version).toBe(3);
  });
});

describe('whether a row is in force', () => {
  const row = { state: 'seated', data: { from: '2026-01-01', to: '2026-12-31' }, endedFrom: null };
  it.each([
    [row, '2025-12-31', false],
    [row, '2026-01-01', true],
    [row, '2026-12-31', true],
    [row, '2027-01-01', false],
    [{ ...row, data: { from: '2026-01-01' } }, '2099-01-01', true],
    [{ ...row, state: 'left', endedFrom: '2026-06-01' }, '2026-05-31', true],
    [{ ...row, state: 'left', endedFrom: '2026-06-01' }, '2026-06-01', false],
  ])('%j on %s: %s', (version, day, expected) => expect(isInForce(kind, version, day)).toBe(expected));

  it('hangs on its end alone where the kind has no days', () => {
    const { validity: _validity, ...without } = kind;
    expect(isInForce(without, row, '1990-01-01')).toBe(true);
  });
});

describe('how long a row is kept', () => {
  const of = (retention: (typeof kind)['retention'], endedFrom: string | null) =>
    retainedUntil({ retention }, { recordedOn: '2024-02-29', endedFrom });
  it.each([
    [{ years: 10, from: 'recorded', then: 'archive' }, null, '2034-02-28'],
    [{ years: 4, from: 'recorded', then: 'erase' }, null, '2028-02-29'],
    [{ years: 10, from: 'ended', then: 'archive' }, null, null],
    [{ years: 10, from: 'ended', then: 'archive' }, '2026-12-31', '2036-12-31'],
    [{ years: null, from: 'recorded', then: 'archive' }, '2026-12-31', null],
  ] as const)('%j, ended %s: %s', (retention, endedFrom, until) =>
    expect(of(retention, endedFrom)).toBe(until),
  );

  it('counts days of the calendar', () => {
    expect([isDay('2026-02-28'), isDay('2026-02-29'), isDay('2026-13-01'), isDay(20260101)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(yearsAfter('2026-01-31', 30)).toBe('2056-01-31');
  });
});
