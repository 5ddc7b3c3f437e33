import { GENESIS_HASH } from '@wuqing/audit';
import type { ExportLine } from './evidence-export.js';
import { readExportLine } from './export-line.js';

const entry = {
  caseId: 'case',
  unitId: 'unit',
  seq: 1,
  at: '2026-08-24T01:00:00.000000Z',
  actorId: 'system:library',
  action: 'case.start',
  subject: 'case',
  detail: { to: ['a', null, 1] },
  parts: [{ kind: 'journal', id: '0', hash: GENESIS_HASH }],
  format: 2,
  previousHash: GENESIS_HASH,
  hash: GENESIS_HASH,
} as const;
const evidence = {
  caseId: 'case',
  number: 'A-1',
  head: { count: 1, head: GENESIS_HASH },
  entries: [entry],
  rows: [{ kind: 'journal', id: '0', content: { position: 0 } }],
  anchored: [{ anchor: 1, seq: 1, head: GENESIS_HASH }],
} as const;
const head = {
  exportedAt: '2026-08-24T01:00:00.000Z',
  anchor: { number: 1, hash: GENESIS_HASH },
  hasFiles: true,
};

it.each<[ExportLine]>([[{ head }], [{ case: evidence }], [{ end: { cases: 0 } }]])('reads %j', (line) => {
  expect(readExportLine(JSON.stringify(line))).toEqual({ ok: true, value: line });
});

it.each([
  ['', 'Expected JSON'],
  ['{"end":{"cases":1}', 'Expected JSON'],
  ...[
    null,
    {},
    [],
    { end: { cases: '1' } },
    { end: { cases: 1 }, head },
    { head: { ...head, hasFiles: 'yes' } },
    { head: { ...head, anchor: null } },
    { case: { ...evidence, entries: null } },
    { case: { ...evidence, entries: [{ ...entry, seq: '1' }] } },
    { case: { ...evidence, entries: [{ ...entry, note: 'beside the hash' }] } },
    { case: { ...evidence, rows: [{ kind: 'vote', id: '0', content: {} }] } },
    { case: { ...evidence, rows: [{ kind: 'journal', id: '0', content: 'text' }] } },
  ].map((line) => [JSON.stringify(line), 'Expected a head, a case or an end as an export writes them']),
])('says of %s what it lacks', (line, error) => {
  expect(readExportLine(line)).toEqual({ ok: false, error });
});
