import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GENESIS_HASH, NO_ANCHOR, anchorText, chainEntry, evidencePart } from '@wuqing/audit';
import { anchorName, placesOf, verifyExport } from '@wuqing/dev-runtime';
import { v5 } from 'uuid';
import { median, report, round } from './bench-report.mjs';

/**
 * The offline verifier over an export as a town's would be: each entry with a journal row as large as one of the major matter's and
 * every second one with a submission. Bar: ≥ 10,000 entries a second.
 */
const CASES = Number(process.env.CASES ?? 5_000);
const ENTRIES = Number(process.env.ENTRIES ?? 12);
const RUNS = Number(process.env.RUNS ?? 3);
const NAMESPACE = '5e2f9f6a-0d0c-5b54-8c0f-6f2a9a1d7c33';
const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

const folder = mkdtempSync(join(tmpdir(), 'wuqing-bench-audit-'));
try {
  const places = placesOf(folder);
  plant(places);
  const bytes = statSync(places.cases).size;
  const took = [];
  for (let run = 0; run < RUNS; run += 1) {
    const before = performance.now();
    const { entries, faults } = await verifyExport(folder);
    took.push((performance.now() - before) / 1_000);
    if (faults.length > 0 || entries !== CASES * ENTRIES)
      throw new Error(`Expected ${CASES * ENTRIES} sound entries, found ${entries}: ${faults[0]}`);
  }
  report(
    'audit',
    {
      'entries in the export': CASES * ENTRIES,
      'bytes an entry, with what it answers for': round(bytes / CASES / ENTRIES),
      [`entries verified a second, median of ${RUNS}`]: round((CASES * ENTRIES) / median(took)),
      'the slowest of them': round((CASES * ENTRIES) / Math.max(...took)),
    },
    { [`entries verified a second, median of ${RUNS}`]: '≥ 10000' },
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function plant(places) {
  mkdirSync(places.anchors, { recursive: true });
  const cases = Array.from({ length: CASES }, (_, place) => caseOf(place));
  const heads = cases
    .map(({ caseId, head }) => ({ caseId, seq: head.count, head: head.head }))
    .sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
  const madeAt = '2026-11-30T16:00:00.000Z';
  const text = anchorText({ number: 1, day: '2026-12-01', madeAt, previousHash: NO_ANCHOR.hash, heads });
  writeFileSync(join(places.anchors, anchorName(1)), text);
  const lines = [
    { head: { exportedAt: madeAt, anchor: { number: 1, hash: sha256(text) }, hasFiles: false } },
    ...cases.map((one) => ({ case: one })),
    { end: { cases: CASES } },
  ];
  writeFileSync(places.cases, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

function caseOf(place) {
  const caseId = v5(`case ${place}`, NAMESPACE);
  const entries = [];
  const rows = [];
  for (let position = 0; position < ENTRIES; position += 1) {
    const own = rowsOf(caseId, position);
    rows.push(...own);
    const facts = {
      caseId,
      unitId: NAMESPACE,
      seq: position + 1,
      at: '2026-08-24T01:00:00.000Z',
      actorId: v5('actor', NAMESPACE),
      action: 'CompleteUserTask',
      subject: `step-${position}#${position}`,
      detail: { commandId: v5(`command ${position}`, NAMESPACE), position },
      parts: own.map((row) => evidencePart(row, sha256)),
    };
    entries.push(chainEntry(entries.at(-1)?.hash ?? GENESIS_HASH, facts, sha256));
  }
  const head = { count: ENTRIES, head: entries.at(-1).hash };
  return { caseId, number: `2026-${place}`, head, entries, rows, anchored: [] };
}

function rowsOf(caseId, position) {
  const common = { caseId, unitId: NAMESPACE, at: '2026-08-24T01:00:00.000000Z' };
  const events = Array.from({ length: 8 }, (_, at) => ({
    type: 'ElementActivated',
    key: `step-${position}-${at}#${position * 8 + at}`,
    elementId: `step-${position}-${at}`,
    scope: `process#${position}`,
  }));
  const effects = [
    {
      type: 'OpenUserTask',
      userTask: `step#${position}`,
      name: '征求意见',
      candidateGroups: ['village-clerk'],
    },
  ];
  const journal = {
    ...common,
    commandId: `c-${position}`,
    commandKind: 'CompleteUserTask',
    actorId: 'a',
    events,
    effects,
  };
  const data = {
    for: 31,
    against: 2,
    abstained: 1,
    minutes: '会议由村党组织书记主持，应到三十四人，实到三十四人。'.repeat(4),
  };
  const submission = { ...common, userTaskId: caseId, commandId: `c-${position}`, actorId: 'a', data };
  return [
    {
      kind: 'journal',
      id: String(position),
      content: { ...journal, bindings: null, migratedFrom: null, migratedTo: null },
    },
    ...(position % 2
      ? [{ kind: 'submission', id: v5(`${caseId} ${position}`, NAMESPACE), content: submission }]
      : []),
  ];
}
