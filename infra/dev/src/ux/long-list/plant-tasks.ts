import pg from 'pg';

const TITLES = ['硬化道路', '饮水管网改造', '旧仓库出租', '水泵维修报账', '小学旁护坡加固', '文化墙粉刷'];

/**
 * So many open tasks for the clerk of one village, each with a clock, through the triggers that keep the lists. Nothing of them runs in
 * Temporal: they are looked at, not done.
 */
export async function plantTasks(ownerUrl: string, village: string, many: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`SET statement_timeout = 0`);
    await client.query('BEGIN');
    await client.query(
      `CREATE TEMP TABLE planted ON COMMIT DROP AS
       SELECT n, gen_random_uuid() AS case_id, gen_random_uuid() AS task_id, u.id AS unit_id, v.checksum,
         date_trunc('day', now()) + ((n * 7919) % 62 - 2) * interval '1 day' AS due
       FROM unit u, process_definition_version v, generate_series(1, $2::int) AS n
       WHERE u.code = $1 AND v.key = 'two-user-tasks' AND v.state = 'in-force'`,
      [village, many],
    );
    await client.query(
      `INSERT INTO process_instance (id, number, unit_id, process_key, definition_checksum, title, status, audit_head, started_by, started_at, search_words)
       SELECT case_id, '2020-' || lpad(n::text, 7, '0'), unit_id, 'two-user-tasks', checksum,
         ($1::text[])[1 + n % ${TITLES.length}] || '（第' || n || '号）', 'running', '', 'system:ux', now(), '' FROM planted`,
      [TITLES],
    );
    await client.query(
      `INSERT INTO user_task (id, case_id, unit_id, element_id, element_key, name, created_at)
       SELECT task_id, case_id, unit_id, 'register', 'register#1', '登记', now() FROM planted`,
    );
    await client.query(
      `INSERT INTO user_task_candidate (user_task_id, position_key, unit_id) SELECT task_id, 'village-clerk', unit_id FROM planted`,
    );
    await client.query(
      `INSERT INTO service_level_clock (id, case_id, unit_id, user_task_id, element_id, name, policy, anchor, due_on, provisional, instants, fires_at, next_index, breached_at)
       SELECT gen_random_uuid(), case_id, unit_id, task_id, 'register', '办理期限', '{}', now()::date, due::date, false,
         jsonb_build_array(jsonb_build_object('kind', 'due', 'rung', 0, 'recipients', '[]'::jsonb, 'at', to_char(due, 'YYYY-MM-DD"T"HH24:MI:SS".000Z"'))),
         CASE WHEN due > now() THEN due END, CASE WHEN due > now() THEN 0 ELSE 1 END, CASE WHEN due > now() THEN NULL ELSE due END
       FROM planted`,
    );
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
