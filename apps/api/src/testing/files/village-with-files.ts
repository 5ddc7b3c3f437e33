import { randomUUID } from 'node:crypto';
import { checkDefinition } from '@wuqing/publication';
import { bodyHashOf } from '../../platform/fingerprint.js';
import { ApiUnderTest } from '../api-under-test.js';
import { PROCESS_KEY, units } from '../village-fixture.js';
import type { Answer, Visitor } from '../visitor.js';

export const FILES_KEY = 'with-files';
const MB = 1_048_576;

const files = (title: string, level: string, kind = 'file', maxItems = 9) => ({
  type: 'array',
  title,
  'x-reader': level,
  maxItems,
  'x-file': { kind, maxBytes: 2 * MB },
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['id', 'sha256'],
    properties: {
      id: { type: 'string', title: '文件', format: 'uuid' },
      sha256: { type: 'string', title: '校验值', minLength: 64, maxLength: 64, pattern: '^[0-9a-f]{64}$' },
    },
  },
});

const form = {
  key: 'two-user-tasks-register',
  title: '登记材料',
  schema: {
    type: 'object',
    'x-reader': 'V',
    additionalProperties: false,
    properties: {
      notice: files('公示照片', 'P', 'photo'),
      minutes: files('会议记录', 'V'),
      report: files('核查材料', 'T'),
      letter: files('举报信', 'N'),
      signature: files('签名', 'V', 'signature', 1),
    },
  },
  ui: {},
};

/** Publishes a process whose first step takes files of every level. */
export async function publishWithFiles(api: ApiUnderTest): Promise<void> {
  const [shipped] = await api.query<{ xml: string; forms: Record<string, string> }>(
    'SELECT xml, forms FROM process_definition_version WHERE key = $1',
    [PROCESS_KEY],
  );
  const xml = shipped!.xml.replaceAll(`"${PROCESS_KEY}"`, `"${FILES_KEY}"`);
  const compiled = await checkDefinition(xml);
  if (!compiled.ok) throw new Error(`Expected the process to compile: ${JSON.stringify(compiled.error)}`);
  const checksum = bodyHashOf(form);
  await api.query('INSERT INTO form_version (checksum, key, title, schema, ui) VALUES ($1, $2, $3, $4, $5)', [
    checksum,
    form.key,
    form.title,
    JSON.stringify(form.schema),
    '{}',
  ]);
  await api.query(
    `INSERT INTO process_definition_version (id, key, version, checksum, name, xml, compiled, forms, state, author, effective_from, created_at)
     VALUES (gen_random_uuid(), $1, 1, 'with-files-1', '收文件的流程', $2, $3, $4, 'in-force', 'system:library', '2026-01-01', '2026-01-01')`,
    [
      FILES_KEY,
      xml,
      JSON.stringify(compiled.value.process),
      JSON.stringify({ ...shipped!.forms, [form.key]: checksum }),
    ],
  );
}

/** An API of its own where such a process may be started, and everybody in the village signed in. */
export async function peopleWithFiles(name: string) {
  const api = await ApiUnderTest.start(name);
  await publishWithFiles(api);
  const everybody = await api.everybody();
  return { api, everybody, clerk: everybody.clerk };
}

export interface StartedCase {
  readonly caseId: string;
  readonly taskId: string;
}

export async function startWithFiles(visitor: Visitor, title = '硬化道路'): Promise<StartedCase> {
  const body = { processKey: FILES_KEY, unitId: units.village, title };
  const started = await visitor.post('/api/cases', body, randomUUID());
  if (started.status !== 201) throw new Error(`Expected a case: ${JSON.stringify(started.body)}`);
  const caseId = started.body.case.id as string;
  const read = await visitor.get(`/api/cases/${caseId}`);
  return { caseId, taskId: read.body.tasks[0].id as string };
}

export const TUS = { 'tus-resumable': '1.0.0' };

export const append = (visitor: Visitor, id: string, offset: number, raw: Uint8Array): Promise<Answer> =>
  visitor.send('PATCH', `/api/uploads/${id}`, {
    raw: Uint8Array.from(raw),
    headers: {
      ...TUS,
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    },
  });

export interface Sending {
  readonly taskId: string;
  readonly field: string;
  readonly name?: string;
  readonly content: Uint8Array;
  readonly origin?: object;
}

export const announce = (
  visitor: Visitor,
  { taskId, field, name = '材料', content, origin }: Sending,
  key = randomUUID(),
) =>
  visitor.post(
    `/api/user-tasks/${taskId}/files`,
    { field, name, bytes: content.length, ...(origin && { origin }) },
    key,
  );

/** Announces and sends in one piece; the answer to whichever was refused, or to the last piece. */
export async function send(visitor: Visitor, sending: Sending): Promise<Answer> {
  const announced = await announce(visitor, sending);
  if (announced.status !== 201) return announced;
  return append(visitor, announced.body.id as string, 0, sending.content);
}

export interface Reference {
  readonly id: string;
  readonly sha256: string;
}

/** A kept file, as a form refers to it. */
export async function sent(visitor: Visitor, sending: Sending): Promise<Reference> {
  const announced = await announce(visitor, sending);
  const id = announced.body.id as string;
  const answer = await append(visitor, id, 0, sending.content);
  if (answer.status !== 204) throw new Error(`Expected the file to be kept: ${JSON.stringify(answer.body)}`);
  const { body } = await visitor.get(`/api/uploads/${id}`);
  return { id, sha256: body.file.sha256 as string };
}

export const complete = (visitor: Visitor, taskId: string, submission: object, key = randomUUID()) =>
  visitor.post(`/api/user-tasks/${taskId}/completion`, { rowVersion: 1, submission }, key);
