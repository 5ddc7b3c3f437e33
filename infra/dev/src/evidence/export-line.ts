import { evidenceKinds } from '@wuqing/audit';
import { err, ok, type Result } from '@wuqing/kernel';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ExportLine } from './evidence-export.js';

const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };
const hash = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const content = { type: 'object' };
const list = (items: object) => ({ type: 'array', items });
const record = (properties: Readonly<Record<string, object>>) => ({
  type: 'object',
  required: Object.keys(properties),
  additionalProperties: false,
  properties,
});

const row = { kind: { enum: evidenceKinds }, id: text };
const entry = record({
  caseId: text,
  unitId: text,
  seq: count,
  at: text,
  actorId: text,
  action: text,
  subject: text,
  detail: content,
  parts: list(record({ ...row, hash: text })),
  format: { enum: [1, 2] },
  previousHash: text,
  hash: text,
});
const evidence = record({
  caseId: text,
  number: text,
  head: record({ count, head: text }),
  entries: list(entry),
  rows: list(record({ ...row, content })),
  // Not looked at: the anchors' own texts say it.
  anchored: list(content),
});
const head = record({
  exportedAt: text,
  anchor: record({ number: count, hash }),
  hasFiles: { type: 'boolean' },
});

/** Nothing more than this: what the hashes do not cover must have no place to stand. */
const isLine = new Ajv2020().compile<ExportLine>({
  oneOf: [record({ head }), record({ case: evidence }), record({ end: record({ cases: count }) })],
});

/** A line of `cases.ndjson`; a sentence where it is none. Whoever forged an export may have written anything. */
export function readExportLine(line: string): Result<ExportLine, string> {
  try {
    const value: unknown = JSON.parse(line);
    return isLine(value) ? ok(value) : err('Expected a head, a case or an end as an export writes them');
  } catch {
    return err('Expected JSON');
  }
}
