import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- What is counted of one audience at one step is one row: whoever reads his figures reads a handful of them.
  -- "YYYY-MM-DD tone" (or "infinity tone") to how many.
  CREATE FUNCTION counted_together(one jsonb, other jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (SELECT coalesce(jsonb_object_agg(key, n), '{}') FROM (
      SELECT key, sum(value::integer) AS n FROM (SELECT * FROM jsonb_each_text(one) UNION ALL SELECT * FROM jsonb_each_text(other)) every
      GROUP BY key HAVING sum(value::integer) <> 0) added);

  ALTER TABLE inbox_count RENAME TO inbox_count_by_day;
  CREATE TABLE inbox_count (
    audience uuid NOT NULL,
    sight text NOT NULL,
    counted jsonb NOT NULL,
    CONSTRAINT inbox_count_step PRIMARY KEY (audience, sight)
  );
  INSERT INTO inbox_count (audience, sight, counted)
    SELECT audience, sight, jsonb_object_agg(due_on::text || ' ' || tone, n) FROM inbox_count_by_day WHERE n <> 0 GROUP BY 1, 2;
  DROP TABLE inbox_count_by_day;
  GRANT SELECT ON inbox_count TO wuqing_api;
  GRANT SELECT, INSERT, UPDATE, DELETE ON inbox_count TO wuqing_worker;
`;

const DOWN = `
  ALTER TABLE inbox_count RENAME TO inbox_count_by_step;
  CREATE TABLE inbox_count (
    audience uuid NOT NULL,
    sight text NOT NULL,
    due_on date NOT NULL,
    tone text NOT NULL,
    n integer NOT NULL,
    PRIMARY KEY (audience, sight, due_on, tone)
  );
  INSERT INTO inbox_count (audience, sight, due_on, tone, n)
    SELECT audience, sight, split_part(key, ' ', 1)::date, split_part(key, ' ', 2), value::integer
    FROM inbox_count_by_step, jsonb_each_text(counted);
  DROP TABLE inbox_count_by_step;
  DROP FUNCTION counted_together;
  GRANT SELECT ON inbox_count TO wuqing_api;
  GRANT SELECT, INSERT, UPDATE, DELETE ON inbox_count TO wuqing_worker;
`;

/** Counts of inboxes are read as one row an audience and step. */
export class PackedCounts1765001020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
