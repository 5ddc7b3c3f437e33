import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { initialsOf } from '@wuqing/search-words';

const VILLAGES = 1_000;
/** Two of ten tasks wait for one office; the rest for the clerks and accountants of their villages. */
const SHARE = 5;
const TITLES = [
  '硬化道路',
  '饮水管网改造',
  '旧仓库出租',
  '水泵维修报账',
  '小学旁护坡加固',
  '文化墙粉刷',
  '鱼塘承包合同',
  '十月财务公开',
];
const RARE = '石拱桥加固';

/** Tables that are filled without their indexes; these are built when they are full. */
const FILLED = [
  'process_instance',
  'user_task',
  'user_task_candidate',
  'service_level_clock',
  'command',
  'case_fact',
  'read_mark',
  'case_search',
  'inbox_entry',
  'deadline_place',
];
/** So many of them hold what is written; the rest is made of it. */
const WRITTEN = 7;

/** What a planted database is made by: another text, another database. */
export function plantedBy() {
  const folder = new URL('../../libs/persistence/src/migrations/', import.meta.url);
  const files = [
    fileURLToPath(import.meta.url),
    ...readdirSync(folder).map((file) => fileURLToPath(new URL(file, folder))),
  ];
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

/**
 * A township of a thousand villages with that many open tasks, each with a clock; written past the triggers but for what a
 * case is found by, and the lists filled
 * from their views as a migration fills them. Everything is made of row numbers: no two runs differ but by ids.
 */
export async function plantInboxes(client, tasks) {
  await client.query(
    `SET statement_timeout = 0; SET session_replication_role = replica; SET work_mem = '256MB'; SET maintenance_work_mem = '512MB';
     SET synchronous_commit = off`,
  );
  for (const setting of [`max_wal_size = '16GB'`, `checkpoint_timeout = '30min'`])
    await client.query(`ALTER SYSTEM SET ${setting}`);
  await client.query('SELECT pg_reload_conf()');
  await client.query('ALTER TABLE process_instance ENABLE ALWAYS TRIGGER search_text_written');
  const indexes = await dropIndexes(client);
  const [town] = (await client.query(`SELECT id FROM unit WHERE kind = 'town'`)).rows;
  const [office] = (
    await client.query(`SELECT id FROM unit WHERE kind = 'office' AND code <> 'jiwei' ORDER BY code LIMIT 1`)
  ).rows;
  const [branch] = (
    await client.query(`SELECT id FROM unit WHERE kind = 'general-branch' ORDER BY code LIMIT 1`)
  ).rows;
  await client.query(
    `INSERT INTO unit (id, parent_id, kind, code, name, figures)
     SELECT gen_random_uuid(), $1, 'village', 'bench' || n, '村' || n, '{}' FROM generate_series(1, $2::int) AS n`,
    [branch.id, VILLAGES],
  );
  const personId = randomUUID();
  await client.query(`INSERT INTO person (id, unit_id, name, gender) VALUES ($1, $2, '某某', 'female')`, [
    personId,
    town.id,
  ]);
  const { rows: versions } = await client.query(
    `SELECT key, checksum, (SELECT array_agg(e.key ORDER BY e.key) FROM jsonb_each(compiled -> 'nodes') e WHERE e.value ->> 'type' = 'userTask') AS steps
     FROM process_definition_version WHERE state = 'in-force' AND key IN ('seven-user-tasks', 'two-user-tasks') ORDER BY key`,
  );
  await client.query(`CREATE TEMP TABLE planted AS
    SELECT n, gen_random_uuid() AS case_id, gen_random_uuid() AS task_id, n % ${SHARE} = 0 AS of_office,
      villages.ids[1 + (n / ${SHARE}) % ${VILLAGES}] AS unit_id, n % ${versions.length} AS version, (n / 3) % ${TITLES.length} AS title
    FROM (SELECT array_agg(id ORDER BY code) AS ids FROM unit WHERE code LIKE 'bench%') villages, generate_series(1, ${tasks}) AS n`);
  await client.query(
    `INSERT INTO process_instance (id, number, unit_id, process_key, definition_checksum, title, status, audit_head, started_by, started_at, search_words)
     SELECT case_id, '2026-' || lpad(n::text, 7, '0'), unit_id, ($1::text[])[1 + version], ($2::text[])[1 + version],
       CASE WHEN n % 40000 = 5 THEN $5 ELSE ($3::text[])[1 + title] || '（第' || n % 977 || '号）' END, 'running', '', 'system:bench',
       '2026-11-01T00:00:00Z'::timestamptz + n * interval '1 second', CASE WHEN n % 40000 = 5 THEN $6 ELSE ($4::text[])[1 + title] END
     FROM planted`,
    [
      versions.map(({ key }) => key),
      versions.map(({ checksum }) => checksum),
      TITLES,
      TITLES.map(initialsOf),
      RARE,
      initialsOf(RARE),
    ],
  );
  await client.query(
    `INSERT INTO user_task (id, case_id, unit_id, element_id, element_key, name, created_at)
     SELECT task_id, case_id, unit_id, step, step || '#1', step, '2026-11-20' FROM planted,
       LATERAL (SELECT (CASE version WHEN 0 THEN $1::text[] ELSE $2::text[] END) AS steps) s,
       LATERAL (SELECT steps[1 + (n / 7) % cardinality(steps)] AS step) t`,
    [versions[0].steps, (versions[1] ?? versions[0]).steps],
  );
  await client.query(
    `INSERT INTO user_task_candidate (user_task_id, position_key, unit_id)
     SELECT task_id, CASE WHEN of_office THEN 'office-clerk' WHEN n % 2 = 0 THEN 'village-clerk' ELSE 'village-accountant' END,
       CASE WHEN of_office THEN $1::uuid ELSE unit_id END FROM planted`,
    [office.id],
  );
  await plantHistory(client, personId);
  await client.query(
    `INSERT INTO service_level_clock (id, case_id, unit_id, user_task_id, element_id, name, policy, anchor, due_on, provisional, instants, fires_at, next_index, breached_at)
     SELECT gen_random_uuid(), case_id, unit_id, task_id, 'x', '办理期限', '{}', '2026-11-20', (due - interval '1 second')::date, false,
       jsonb_build_array(jsonb_build_object('kind', 'warn', 'rung', 0, 'recipients', '[]'::jsonb, 'at', to_char(due - interval '2 days', $1)),
         jsonb_build_object('kind', 'due', 'rung', 0, 'recipients', '[]'::jsonb, 'at', to_char(due, $1))),
       due, CASE WHEN days < 0 THEN 2 WHEN days < 2 THEN 1 ELSE 0 END, CASE WHEN days < 0 THEN due END
     FROM planted, LATERAL (SELECT (n::bigint * 7919 % 62)::int - 2 AS days) d, LATERAL (SELECT '2026-11-29T16:00:00Z'::timestamptz + days * interval '1 day' AS due) e`,
    ['YYYY-MM-DD"T"HH24:MI:SS".000Z"'],
  );
  await fill(client, indexes);
  const [village] = (await client.query(`SELECT unit_id AS id FROM planted WHERE of_office LIMIT 1`)).rows;
  const [{ n: largest }] = (await client.query(`SELECT count(*)::int AS n FROM planted WHERE of_office`))
    .rows;
  await client.query(`DROP TABLE planted; SET session_replication_role = origin;
    ALTER TABLE process_instance ENABLE TRIGGER search_text_written`);
  await client.query('VACUUM ANALYZE');
  const { rows: units } = await client.query(
    `SELECT id, parent_id AS "parentId", kind, code, name, figures FROM unit`,
  );
  const positions = [
    ['office-clerk', office.id],
    ['village-clerk', village.id],
    ['village-accountant', village.id],
    ['branch-secretary', branch.id],
  ].map(([key, unitId]) => ({ id: randomUUID(), personId, unitId, key, from: '2020-01-01', to: null }));
  return {
    units,
    personId,
    positions,
    largest,
    village: village.id,
    processKey: versions[0].key,
    elementId: versions[0].steps[0],
    rareWord: RARE.slice(0, 3),
    number: `2026-${String(Math.floor(tasks / 2 / SHARE) * SHARE).padStart(7, '0')}`,
  };
}

/**
 * What is behind every second case: a step that somebody did in the year before (an API that starts has what moved on the last day
 * looked at), what it stated; and of ten tasks the person has looked at two.
 */
async function plantHistory(client, personId) {
  await client.query(
    `INSERT INTO user_task (id, case_id, unit_id, element_id, element_key, name, created_at, state, completed_by, ended_at)
     SELECT gen_random_uuid(), case_id, unit_id, 'before', 'before#1', 'before', '2026-11-10', 'completed', gen_random_uuid(), '2026-11-12'
     FROM planted WHERE n % 2 = 0`,
  );
  await client.query(
    `INSERT INTO command (id, case_id, unit_id, actor_id, kind, body, body_hash, next_attempt_at, outcome, created_at, settled_at)
     SELECT case_id || '-before', case_id, unit_id, 'bench', 'CompleteUserTask', '{"onBehalfOf": []}', '', done, '{}', done, done
     FROM planted CROSS JOIN LATERAL (SELECT '2026-11-12'::timestamptz - n % 300 * interval '1 day' AS done) WHERE n % 2 = 0`,
  );
  await client.query(
    `INSERT INTO case_fact (case_id, unit_id, field, title, level, element_id, definition_checksum, amount_fen, stated_at)
     SELECT c.id, c.unit_id, 'amountFen', '金额', 'P', 'before', c.definition_checksum, 1200000, '2026-11-12'
     FROM process_instance c JOIN planted ON planted.case_id = c.id WHERE n % 2 = 0`,
  );
  await client.query(
    `INSERT INTO read_mark (person_id, user_task_id, read_at) SELECT $1, task_id, '2026-11-28' FROM planted WHERE n % 10 IN (0, 1)`,
    [personId],
  );
}

/** All but those that keep a row single; answers how each is made again. */
async function dropIndexes(client) {
  const { rows } = await client.query(
    `SELECT c.relname AS name, t.relname AS of, pg_get_indexdef(i.indexrelid) AS made FROM pg_index i
     JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
     WHERE t.relname = ANY ($1) AND NOT i.indisunique`,
    [FILLED],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows;
}

async function buildIndexes(client, indexes, tables) {
  for (const { of, made } of indexes) if (tables.includes(of)) await client.query(made);
  for (const table of tables) await client.query(`ANALYZE ${table}`);
}

/** The lists from their views, and the counts from the lists, as the migrations fill them. */
async function fill(client, indexes) {
  const columns =
    'holder, user_task_id, case_id, unit_id, due, due_on, tone, process_key, element_id, sight, audience, is_first, text, visit, shown';
  await buildIndexes(client, indexes, FILLED.slice(0, WRITTEN));
  await client.query('TRUNCATE case_search');
  await client.query(`INSERT INTO case_search (case_id, unit_id, words) SELECT id, unit_id, search_words_of(search_text)
    FROM process_instance`);
  await client.query(`TRUNCATE inbox_entry, inbox_count, inbox_count_change, deadline_place, case_tally`);
  await client.query(`INSERT INTO inbox_entry (${columns}) SELECT ${columns} FROM inbox_expected`);
  await client.query(`INSERT INTO inbox_count (audience, sight, counted)
    SELECT audience, sight, jsonb_object_agg(due_on::text || ' ' || tone, n) FROM (
      SELECT audience, sight, due_on, tone, count(*) AS n FROM inbox_entry WHERE is_first GROUP BY 1, 2, 3, 4) counted GROUP BY 1, 2`);
  await client.query(
    `INSERT INTO deadline_place (clock_id, case_id, unit_id, state, due) SELECT clock_id, case_id, unit_id, state, due FROM deadline_expected`,
  );
  await client.query(`INSERT INTO case_tally (unit_id, process_key, run_key, definition_checksum, callers, month, began, ended, ended_late, running)
    SELECT unit_id, process_key, definition_checksum || '||', definition_checksum, '{}', month, sum(began), sum(ended), sum(late), sum(running) FROM (
      SELECT c.*, part.* FROM process_instance c, LATERAL (VALUES
        (DATE '-infinity', 0, 0, 0, (c.ended_at IS NULL)::integer), (case_month(c.started_at), 1, 0, 0, 0),
        (CASE WHEN c.ended_at IS NOT NULL THEN case_month(c.ended_at) END, 0, 1, coalesce(c.ended_late, false)::integer, 0)
      ) AS part (month, began, ended, late, running) WHERE part.month IS NOT NULL) counted GROUP BY 1, 2, 3, 4, 6`);
  await buildIndexes(client, indexes, FILLED.slice(WRITTEN));
}
