import { createHash } from 'node:crypto';
import { GENESIS_HASH, chainEntry, type AuditEntry } from './audit-entry.js';
import { evidencePart, type EvidenceRow } from './evidence.js';
import { verifyCase, type CaseEvidence } from './verify-case.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const AT = '2026-08-24T01:00:00.000000Z';

const row = (id: string, over: Partial<EvidenceRow> = {}): EvidenceRow => ({
  kind: 'submission',
  id,
  content: { at: AT, data: { for: 7, against: 2 } },
  ...over,
});

const entryOf = (before: AuditEntry | undefined, rows: readonly EvidenceRow[]): AuditEntry =>
  chainEntry(
    before?.hash ?? GENESIS_HASH,
    {
      caseId: 'c',
      unitId: 'u',
      seq: (before?.seq ?? 0) + 1,
      at: '2026-08-24T01:00:00.000Z',
      actorId: 'p',
      action: 'CompleteUserTask',
      subject: 'vote#1',
      detail: {},
      parts: rows.map((one) => evidencePart(one, sha256)),
    },
    sha256,
  );

const first = entryOf(undefined, [row('a'), row('b')]);
const second = entryOf(first, [row('c', { kind: 'notice' })]);
const sound: CaseEvidence = {
  caseId: 'c',
  number: '2026-00001',
  head: { count: 2, head: second.hash },
  entries: [first, second],
  rows: [row('a'), row('b'), row('c', { kind: 'notice' })],
  anchored: [{ anchor: 1, seq: 1, head: first.hash }],
};
const kindOf = (over: Partial<CaseEvidence>): string => {
  const verified = verifyCase({ ...sound, ...over }, sha256);
  return verified.ok ? 'sound' : `${verified.error.kind} ${verified.error.seq}`;
};

it('is sound, in whatever order its rows come', () => {
  expect(kindOf({})).toBe('sound');
  expect(kindOf({ rows: [...sound.rows].reverse() })).toBe('sound');
  expect(verifyCase(sound, sha256)).toMatchObject({ ok: true, value: { count: 2, linksOnly: 0 } });
});

it('is as sound where what a row holds is sealed and the key is gone: the row is hashed as it lies', () => {
  const sealed = row('a', { content: { at: AT, data: { name: 'sealed:1:8fJk' } } });
  const entry = entryOf(undefined, [sealed]);
  const head = { count: 1, head: entry.hash };
  expect(kindOf({ entries: [entry], head, rows: [sealed], anchored: [] })).toBe('sound');
});

it.each<[string, Partial<CaseEvidence>]>([
  [
    'changed-content 1',
    { rows: [row('a', { content: { at: AT, data: { for: 99 } } }), ...sound.rows.slice(1)] },
  ],
  ['removed-content 2', { rows: sound.rows.slice(0, 2) }],
  ['added-content 2', { rows: [...sound.rows, row('d')] }],
  ['changed-content 1', { rows: [row('b', { id: 'a', content: {} }), ...sound.rows.slice(1)] }],
  ['removed-tail 1', { entries: [first] }],
  [
    'removed-tail 2',
    {
      entries: [first],
      head: { count: 1, head: first.hash },
      anchored: [{ anchor: 2, seq: 2, head: second.hash }],
    },
  ],
  ['added-content 1', { entries: [first], head: { count: 1, head: first.hash } }],
  ['other-than-anchored 1', { anchored: [{ anchor: 1, seq: 1, head: 'f'.repeat(64) }] }],
  ['swapped-entries 1', { entries: [second, first] }],
  [
    'swapped-entries 1',
    {
      entries: [
        { ...second, seq: 1 },
        { ...first, seq: 2 },
      ],
    },
  ],
  ['removed-entry 1', { entries: [second] }],
  ['changed-entry 2', { entries: [first, { ...second, parts: [] }] }],
])('is found: %s', (kind, over) => {
  expect(kindOf(over)).toBe(kind);
});

describe('a case from before entries named rows', () => {
  const old = { ...first, format: 1 as const, parts: [], detail: { position: 0 } };
  const text = `{"action":"CompleteUserTask","actorId":"p","at":"2026-08-24T01:00:00.000Z","caseId":"c","detail":{"position":0},"previousHash":"${GENESIS_HASH}","seq":1,"subject":"vote#1"}`;
  const hashed: AuditEntry = { ...old, hash: sha256(text) };
  const journal = (id: string): EvidenceRow => row(id, { kind: 'journal' });
  const evidence = { entries: [hashed], head: { count: 1, head: hashed.hash }, anchored: [] };

  it('is sound as what it was, and says how much of it is links alone', () => {
    const verified = verifyCase({ ...sound, ...evidence, rows: [journal('0'), row('a')] }, sha256);
    expect(verified).toMatchObject({ ok: true, value: { linksOnly: 1 } });
  });

  it.each([
    ['a journal row of no entry', journal('1')],
    ['a row of a later day', row('a', { content: { at: '2026-08-25T01:00:00.000000Z' } })],
  ])('does not let in %s', (_, added) => {
    expect(kindOf({ ...evidence, rows: [journal('0'), added] })).toBe('added-content 1');
  });
});
