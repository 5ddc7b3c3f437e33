import type { MigrationInterface, QueryRunner } from 'typeorm';
import { WITH_CIRCLE, NAMED } from './1765001965000-case-circle.js';
import { CLOCK, retime, refresh, view, FACTS, IS_OVER, KEPT, msOf } from './1765001711000-inbox-shown.js';

/** The instants of a clock in their order, `kind at` each; of one that is none, what it has. */
const INSTANTS = `(SELECT string_agg(concat(i ->> 'kind', ' ', i ->> 'at'), E'\\x1e' ORDER BY n)
        FROM jsonb_path_query(k.instants, '$[*]') WITH ORDINALITY AS one (i, n))`;

/** What a list shows of a task, its case and its most urgent clock, in the order in which `inboxEntryRow` reads it. */
const SHOWN = `, json_build_array(t.id, t.case_id, nullif(array_to_string(o.candidates, E'\\n'), ''), c.number, c.title,
        c.process_key, coalesce(t.definition_checksum, c.definition_checksum), nullif(c.callers, '{}'), c.call_key, nullif(c.need_to_know, '{}'), nullif(c.barred_person_ids, '{}'), c.clock_offset_ms,
        t.unit_id, t.element_id, t.name, t.form_key, t.assignee_id, t.row_version, ${msOf('t.created_at')}, ${FACTS},
        k.id, k.name, k.policy -> 'unconfirmed', k.due_on, k.provisional, ${INSTANTS}, k.state,
        ${msOf('k.breached_at')}, ${msOf('k.stopped_at')}, k.next_index)::text AS shown`;

const written = (columns: string): string => `
  UPDATE inbox_entry e SET ${columns} FROM inbox_expected x
  WHERE x.user_task_id = e.user_task_id AND x.holder = e.holder;
`;

/**
 * What an entry shows is half as long: values without their names, and of a clock's instants what lists read of them. How far the clock
 * has gone stands with it: it moves with the entry's colour nearly always, and a page looked it up for every row.
 */
export class InboxNarrow1765001985000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [
      view(CLOCK, SHOWN, NAMED),
      refresh(`${KEPT.replace(' candidates,', '')}, shown`, IS_OVER),
      retime(['due', 'tone', 'shown']),
      'ALTER TABLE inbox_entry DROP COLUMN clock_id, DROP COLUMN candidates;',
      written('shown = x.shown'),
    ])
      await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const part of [
      view(CLOCK, WITH_CIRCLE, NAMED),
      refresh(`${KEPT}, clock_id, shown`, IS_OVER),
      retime(['due', 'tone', 'clock_id', 'shown']),
      'ALTER TABLE inbox_entry ADD COLUMN clock_id uuid, ADD COLUMN candidates text;',
      written('clock_id = x.clock_id, candidates = x.candidates, shown = x.shown'),
    ])
      await runner.query(part);
  }
}
