import type { Work } from '../unit-of-work.js';

/** Cases of which something is missing, by what it is. */
interface CaseLook {
  readonly what: string;
  /** Answers rows of (number): cases by number, however many. */
  readonly sql: string;
}

const caseNumber = (caseId: string): string => `(SELECT number FROM process_instance WHERE id = ${caseId})`;

/** What the journal and the case row tell about other rows: each must be there. */
const LOOKS: readonly CaseLook[] = [
  {
    what: 'entries of the journal',
    sql: `SELECT c.number FROM process_instance c LEFT JOIN (
        SELECT case_id, count(*) AS entries, max(position) AS last FROM journal_entry GROUP BY case_id) j ON j.case_id = c.id
      WHERE coalesce(j.entries, 0) <> c.journal_position OR coalesce(j.last, -1) <> c.journal_position - 1`,
  },
  {
    what: 'entries of the audit chain',
    sql: `SELECT c.number FROM process_instance c LEFT JOIN (
        SELECT case_id, count(*) AS entries, max(seq) AS last FROM audit_entry GROUP BY case_id) a ON a.case_id = c.id
      LEFT JOIN audit_entry head ON head.case_id = c.id AND head.seq = c.audit_seq
      WHERE coalesce(a.entries, 0) <> c.audit_seq OR coalesce(a.last, 0) <> c.audit_seq
        OR (c.audit_seq > 0 AND head.hash IS DISTINCT FROM c.audit_head)`,
  },
  {
    what: 'links of the audit chain',
    sql: `SELECT DISTINCT ${caseNumber('linked.case_id')} AS number FROM (
        SELECT case_id, previous_hash, lag(hash) OVER (PARTITION BY case_id ORDER BY seq) AS before FROM audit_entry) linked
      WHERE before IS NOT NULL AND before <> previous_hash`,
  },
  {
    what: 'steps that the journal opened',
    sql: `SELECT DISTINCT ${caseNumber('j.case_id')} AS number
      FROM journal_entry j, jsonb_array_elements(j.effects) AS opened
      WHERE opened ->> 'type' = 'OpenUserTask' AND strpos(opened ->> 'userTask', '/') = 0
        AND NOT EXISTS (SELECT 1 FROM user_task t WHERE t.case_id = j.case_id AND t.element_key = opened ->> 'userTask')
        AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements(j.effects) AS closed
          WHERE closed ->> 'type' = 'CloseUserTask' AND closed ->> 'userTask' = opened ->> 'userTask')`,
  },
  {
    what: 'what was submitted',
    sql: `SELECT DISTINCT ${caseNumber('k.case_id')} AS number FROM command k
      WHERE k.kind = 'CompleteUserTask' AND k.outcome ->> 'status' = 'accepted' AND k.body ? 'submission'
        AND NOT EXISTS (SELECT 1 FROM submission s WHERE s.command_id = k.id)`,
  },
  {
    what: 'commands that people gave',
    sql: `SELECT DISTINCT ${caseNumber('j.case_id')} AS number FROM journal_entry j
      WHERE j.actor_id NOT LIKE 'system:%' AND NOT EXISTS (SELECT 1 FROM command k WHERE k.id = j.command_id)`,
  },
  {
    what: 'terms that were fired',
    sql: `SELECT DISTINCT ${caseNumber('a.case_id')} AS number FROM audit_entry a
      WHERE a.action LIKE 'service-level-%' AND a.actor_id = 'system:deadline-watch'
        AND NOT EXISTS (SELECT 1 FROM service_level_clock k WHERE k.case_id = a.case_id AND k.id::text = a.subject)`,
  },
];

const NAMED_MAX = 5;

/** A sentence for each kind of row that is missing, with the numbers of a few cases. */
export async function caseFaults(work: Work): Promise<string[]> {
  const faults: string[] = [];
  for (const { what, sql } of LOOKS) {
    const rows = await work.query<{ number: string | null }>(
      `SELECT number FROM (${sql}) AS lacking ORDER BY number`,
    );
    if (rows.length === 0) continue;
    const named = rows.slice(0, NAMED_MAX).map(({ number }) => number ?? 'unknown');
    faults.push(
      `${what} are missing or not as they were in ${rows.length} cases (${named.join(', ')}${rows.length > NAMED_MAX ? ', …' : ''})`,
    );
  }
  return faults;
}
