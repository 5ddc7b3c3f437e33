import type { ApiUnderTest } from './api-under-test.js';

/** The second step of the shipped process publishes its opinion. */
const PUBLICATION = {
  name: 'publication',
  attributes: { kind: 'result', board: 'finance', title: '结果公开', fields: 'opinion' },
  children: [],
};

export const makePublishing = (api: ApiUnderTest) =>
  api.query(
    `UPDATE process_definition_version SET compiled = jsonb_set(compiled::jsonb, '{nodes,check,extensions}',
       (compiled::jsonb #> '{nodes,check,extensions}') || $1::jsonb)`,
    [JSON.stringify([PUBLICATION])],
  );

/** The term of the case's one step. */
export const term = (api: ApiUnderTest, caseId: string, dueOn: string, isBroken: boolean) =>
  api.query(
    `UPDATE service_level_clock SET due_on = $2::text::date, breached_at = CASE WHEN $3::boolean THEN ($2::text || 'T16:00:00Z')::timestamptz END WHERE case_id = $1`,
    [caseId, dueOn, isBroken],
  );

/** As if the case had gone on to the step that publishes. */
export async function goOn(api: ApiUnderTest, caseId: string): Promise<void> {
  await api.query(
    `UPDATE user_task SET element_id = 'check', name = '核对', form_key = 'two-user-tasks-check' WHERE case_id = $1`,
    [caseId],
  );
  await api.query(`UPDATE service_level_clock SET element_id = 'check' WHERE case_id = $1`, [caseId]);
}

export async function publish(
  api: ApiUnderTest,
  caseId: string,
  at: string,
  opinion: string,
): Promise<string> {
  await api.query(`UPDATE user_task SET state = 'completed', ended_at = $2 WHERE case_id = $1`, [caseId, at]);
  await api.query(
    `UPDATE service_level_clock SET state = 'stopped', stopped_at = $2, fires_at = NULL WHERE case_id = $1`,
    [caseId, at],
  );
  const [notice] = await api.query<{ id: string }>(
    `INSERT INTO public_notice (id, case_id, unit_id, user_task_id, kind, board, title, fields, from_on, to_on, published_at)
     SELECT gen_random_uuid(), case_id, unit_id, id, 'result', 'finance', '结果公开', $3, '2026-08-20', '2026-09-04', $2
     FROM user_task WHERE case_id = $1 RETURNING id`,
    [caseId, at, JSON.stringify({ opinion })],
  );
  return notice!.id;
}

/** As if the step had been done with a photo in the field that it makes public. */
export async function withPhoto(api: ApiUnderTest, noticeId: string, takenAt: string): Promise<void> {
  const [file] = await api.query<{ id: string }>(
    `WITH f AS (INSERT INTO stored_file (id, case_id, unit_id, user_task_id, field, owner_id, request_hash, rule, original_name, declared_bytes,
         state, name, media_type, bytes, sha256, is_bound, created_at, touched_at)
       SELECT gen_random_uuid(), case_id, unit_id, user_task_id, 'photos', 'system:test', 'x', '{}', '张贴照片.jpg', 1,
         'kept', '张贴照片.jpg', 'image/jpeg', 1, repeat('ab', 32), true, published_at, published_at FROM public_notice WHERE id = $1 RETURNING *),
       b AS (INSERT INTO file_binding (file_id, command_id, case_id, unit_id, user_task_id, path, sha256, levels, bound_at)
         SELECT id, 'test', case_id, unit_id, user_task_id, '/photos/0', sha256, ARRAY['P'], created_at FROM f),
       o AS (INSERT INTO file_origin (file_id, case_id, unit_id, taken_at, source) SELECT id, case_id, unit_id, $2, 'photo' FROM f)
     SELECT id FROM f`,
    [noticeId, takenAt],
  );
  await api.query(`UPDATE public_notice SET fields = fields::jsonb || $2::jsonb WHERE id = $1`, [
    noticeId,
    JSON.stringify({ photos: [{ id: file!.id, sha256: 'ab'.repeat(32), name: '张贴照片.jpg' }] }),
  ]);
}

/** The shipped form with one more field that anybody may read, of photos. */
export async function publicField(api: ApiUnderTest, key: string): Promise<void> {
  const field = {
    type: 'array',
    title: '张贴照片',
    'x-reader': 'P',
    'x-file': { kind: 'photo', maxBytes: 1 },
    items: { type: 'object', properties: { id: { type: 'string' }, sha256: { type: 'string' } } },
  };
  await api.query(
    `UPDATE form_version SET schema = jsonb_set(schema::jsonb, $1::text[], $2::jsonb) WHERE key = 'two-user-tasks-check'`,
    [['properties', key], JSON.stringify(field)],
  );
}
