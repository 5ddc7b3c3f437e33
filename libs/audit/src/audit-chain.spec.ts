import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import type { JsonObject } from '@wuqing/kernel';
import { auditActorOf, chainEntry, GENESIS_HASH, type AuditEntry, type AuditFacts } from './audit-entry.js';
import { verifyChain } from './verify-chain.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const facts = (seq: number, detail: JsonObject = {}): AuditFacts => ({
  caseId: 'case-1',
  unitId: 'village-1',
  seq,
  at: `2026-08-24T01:00:00.${String(seq).padStart(3, '0')}Z`,
  actorId: 'person-7',
  action: 'CompleteUserTask',
  subject: 'propose-matter',
  detail,
  parts: [{ kind: 'journal', id: String(seq - 1), hash: 'a'.repeat(64) }],
});

function chainOf(details: readonly JsonObject[], caseId = 'case-1'): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (const [index, detail] of details.entries()) {
    const previous = entries.at(-1)?.hash ?? GENESIS_HASH;
    entries.push(chainEntry(previous, { ...facts(index + 1, detail), caseId }, sha256));
  }
  return entries;
}

const detail = fc.dictionary(
  fc.string(),
  fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
  { maxKeys: 4 },
);
const chains = fc
  .array(detail, { minLength: 1, maxLength: 8 })
  .map((details) => chainOf(details as JsonObject[]));
const place = fc.nat({ max: 7 });

describe('a chain', () => {
  it('begins at 64 zeros and ends at its head', () => {
    const entries = chainOf([{}, { position: 1 }]);
    expect(entries[0]?.previousHash).toBe('0'.repeat(64));
    expect(entries[1]?.previousHash).toBe(entries[0]?.hash);
    expect(verifyChain(entries, sha256)).toEqual({
      ok: true,
      value: { count: 2, head: entries[1]?.hash, linksOnly: 0 },
    });
  });

  it('may be empty', () => {
    expect(verifyChain([], sha256)).toEqual({
      ok: true,
      value: { count: 0, head: GENESIS_HASH, linksOnly: 0 },
    });
  });

  it('hashes what this text says, for ever', () => {
    expect(chainEntry(GENESIS_HASH, facts(1, { b: 2, a: '一' }), (text) => text).hash).toBe(
      `{"action":"CompleteUserTask","actorId":"person-7","at":"2026-08-24T01:00:00.001000Z","caseId":"case-1","detail":{"a":"一","b":2},"format":2,"parts":[{"hash":"${'a'.repeat(64)}","id":"0","kind":"journal"}],"previousHash":"${GENESIS_HASH}","seq":1,"subject":"propose-matter","unitId":"village-1"}`,
    );
  });

  it('of the first format is what it was: its unit, a time below the millisecond and its rows are not in it', () => {
    const old = { ...facts(1, { b: 2, a: '一' }), at: '2026-08-24T01:00:00.001000Z', parts: [] };
    const hash = sha256(
      `{"action":"CompleteUserTask","actorId":"person-7","at":"2026-08-24T01:00:00.001Z","caseId":"case-1","detail":{"a":"一","b":2},"previousHash":"${GENESIS_HASH}","seq":1,"subject":"propose-matter"}`,
    );
    const first: AuditEntry = { ...old, format: 1, previousHash: GENESIS_HASH, hash };
    const second = chainEntry(hash, facts(2), sha256);
    expect(verifyChain([first, second], sha256)).toMatchObject({
      ok: true,
      value: { count: 2, linksOnly: 1 },
    });
    expect(verifyChain([{ ...first, at: '2026-08-24T01:00:00.001001Z' }], sha256).ok).toBe(false);
  });

  it('does not go back to the first format', () => {
    const first = chainEntry(GENESIS_HASH, facts(1), sha256);
    const text = `{"action":"CompleteUserTask","actorId":"person-7","at":"2026-08-24T01:00:00.002Z","caseId":"case-1","detail":{},"previousHash":"${first.hash}","seq":2,"subject":"propose-matter"}`;
    const at = '2026-08-24T01:00:00.002000Z';
    const second = {
      ...facts(2),
      at,
      parts: [],
      format: 1,
      previousHash: first.hash,
      hash: sha256(text),
    } as const;
    expect(verifyChain([first, second], sha256)).toMatchObject({ ok: false, error: { seq: 2 } });
  });

  it('does not depend on the order of keys', () => {
    const one = chainEntry(GENESIS_HASH, facts(1, { a: 1, b: 2 }), sha256);
    expect(chainEntry(GENESIS_HASH, facts(1, { b: 2, a: 1 }), sha256).hash).toBe(one.hash);
  });

  it.each([
    ['seq', { seq: 0 }],
    ['an ISO moment', { at: '2026-08-24T09:00:00+08:00' }],
    ['an ISO moment', { at: '2026-08-24' }],
    ['an ISO moment', { at: 'yesterday' }],
  ])('stops at a bug: Expected %s', (what, over) => {
    expect(() => chainEntry(GENESIS_HASH, { ...facts(1), ...over }, sha256)).toThrow(`Expected ${what}`);
  });

  it('tells system actors by their prefix', () => {
    expect(auditActorOf('system:timer')).toEqual({ kind: 'system', id: 'system:timer' });
    expect(auditActorOf('person-7').kind).toBe('person');
  });
});

describe('tampering', () => {
  const changes: [string, (entry: AuditEntry) => AuditEntry][] = [
    ['caseId', (entry) => ({ ...entry, caseId: 'case-2' })],
    ['unitId', (entry) => ({ ...entry, unitId: 'village-2' })],
    ['format', (entry) => ({ ...entry, format: 1 })],
    ['parts', (entry) => ({ ...entry, parts: [] })],
    ['at below the millisecond', (entry) => ({ ...entry, at: entry.at.replace('000Z', '001Z') })],
    ['seq', (entry) => ({ ...entry, seq: entry.seq + 1 })],
    ['at', (entry) => ({ ...entry, at: '2026-08-25T01:00:00.000Z' })],
    ['actorId', (entry) => ({ ...entry, actorId: 'person-8' })],
    ['action', (entry) => ({ ...entry, action: 'Claim' })],
    ['subject', (entry) => ({ ...entry, subject: 'decide-by-body' })],
    ['detail', (entry) => ({ ...entry, detail: { ...entry.detail, 'an added key': 1 } })],
    ['previousHash', (entry) => ({ ...entry, previousHash: 'f'.repeat(64) })],
    ['hash', (entry) => ({ ...entry, hash: 'f'.repeat(64) })],
  ];
  it.each(changes)('with %s of any entry is found', (_field, change) => {
    fc.assert(
      fc.property(chains, place, (entries, at) => {
        const index = at % entries.length;
        const changed = entries.map((entry, i) => (i === index ? change(entry) : entry));
        expect(verifyChain(changed, sha256).ok).toBe(false);
      }),
    );
  });

  it('and hashing the changed entry anew is found at the next one', () => {
    const entries = chainOf([{}, { amountFen: 3_860_000 }, {}]);
    const forged = chainEntry(entries[0]?.hash ?? '', facts(2, { amountFen: 1 }), sha256);
    const result = verifyChain(
      entries.map((entry, i) => (i === 1 ? forged : entry)),
      sha256,
    );
    expect(result).toMatchObject({
      ok: false,
      error: { seq: 3, expected: forged.hash, found: entries[1]?.hash },
    });
    expect(result).toMatchObject({
      error: { message: expect.stringMatching(/^Expected the hash before of audit entry 3/) },
    });
  });

  it('by dropping an entry is found; at the end, by the head that the case keeps', () => {
    fc.assert(
      fc.property(chains, place, (entries, at) => {
        const whole = verifyChain(entries, sha256);
        if (!whole.ok) throw new Error(whole.error.message);
        const dropped = entries.filter((_, i) => i !== at % entries.length);
        expect(verifyChain(dropped, sha256, whole.value).ok).toBe(false);
        if (at % entries.length < entries.length - 1) expect(verifyChain(dropped, sha256).ok).toBe(false);
      }),
    );
  });

  it('by exchanging two entries is found', () => {
    fc.assert(
      fc.property(chains, place, place, (entries, a, b) => {
        const [i, j] = [a % entries.length, b % entries.length];
        fc.pre(i !== j);
        const exchanged = entries.map((entry, at) =>
          at === i ? entries[j] : at === j ? entries[i] : entry,
        ) as AuditEntry[];
        expect(verifyChain(exchanged, sha256).ok).toBe(false);
      }),
    );
  });

  it('by inserting a well-made entry is found', () => {
    fc.assert(
      fc.property(chains, place, (entries, at) => {
        const index = at % entries.length;
        const previous = entries[index - 1]?.hash ?? GENESIS_HASH;
        const inserted = chainEntry(previous, facts(index + 1, { inserted: true }), sha256);
        expect(verifyChain([...entries.slice(0, index), inserted, ...entries.slice(index)], sha256).ok).toBe(
          false,
        );
      }),
    );
  });

  it('by an entry of another case is found', () => {
    const [first, second] = [chainOf([{}, {}]), chainOf([{}, {}], 'case-2')];
    expect(verifyChain([...first.slice(0, 1), ...second.slice(1)], sha256).ok).toBe(false);
  });

  it('by computing the whole chain anew is found by the head that the case keeps', () => {
    const kept = verifyChain(chainOf([{ a: 1 }]), sha256);
    const expected = kept.ok ? kept.value : undefined;
    expect(verifyChain(chainOf([{ a: 2 }]), sha256).ok).toBe(true);
    expect(verifyChain(chainOf([{ a: 2 }]), sha256, expected).ok).toBe(false);
  });
});
