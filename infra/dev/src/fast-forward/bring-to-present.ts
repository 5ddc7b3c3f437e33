import { fastForward, inTree, type FastForwardDependencies } from './fast-forward.js';

/** What asking a busy server takes: so far a case may be behind when it is said to live in the present. */
const NEAR_MS = 1_000;
const TRIES_MAX = 20;
const ENDED: readonly string[] = ['completed', 'terminated'];

interface Standing {
  readonly status: string;
  readonly offsetMs: number;
}

/**
 * Brings a case that lives in the past to the present, and lets it stay there: its days are everybody's days. Every step through time
 * takes time itself, by which the case would be behind for ever: its terms, which end at midnight, would then end on the day after for
 * whoever counts them by the machine's clock. One that has ended has no clock that could differ.
 */
export async function bringToPresent(dependencies: FastForwardDependencies, caseId: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const { status, offsetMs } = await standingOf(dependencies, caseId);
    if (offsetMs === 0) return;
    if (ENDED.includes(status) || Math.abs(offsetMs) <= NEAR_MS) return live(dependencies, caseId);
    if (tries === TRIES_MAX)
      throw new Error(`Expected case ${caseId} to come to the present, found it ${offsetMs} ms away`);
    await fastForward(dependencies, caseId, dependencies.now());
  }
}

async function standingOf({ unitOfWork, actor }: FastForwardDependencies, caseId: string): Promise<Standing> {
  const [standing] = await unitOfWork.run(actor, (work) =>
    work.query<Standing>(
      `SELECT status, clock_offset_ms::float8 AS "offsetMs" FROM process_instance WHERE id = $1`,
      [caseId],
    ),
  );
  if (!standing) throw new Error(`Expected case ${caseId} in the database`);
  return standing;
}

const live = ({ unitOfWork, actor }: FastForwardDependencies, caseId: string): Promise<void> =>
  unitOfWork.run(actor, async (work) => {
    await work.query(`SELECT id FROM process_instance c WHERE ${inTree} ORDER BY id FOR UPDATE`, [caseId]);
    await work.query(`UPDATE process_instance c SET clock_offset_ms = 0 WHERE ${inTree}`, [caseId]);
    await work.query(
      `UPDATE service_level_clock SET fires_at = (instants -> next_index ->> 'at')::timestamptz
       WHERE case_id IN (SELECT id FROM process_instance c WHERE ${inTree}) AND state = 'running' AND fires_at IS NOT NULL`,
      [caseId],
    );
  });
