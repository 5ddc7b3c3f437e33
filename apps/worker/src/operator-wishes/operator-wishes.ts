import { Inject, Injectable, Logger } from '@nestjs/common';
import { CommandDispatch } from '@wuqing/command-dispatch';
import {
  UNKNOWN_CASES,
  UnitOfWork,
  askAllWorkflowChecks,
  grantRetry,
  markTables,
  noteWorkflowFinding,
  openRetries,
  openWorkflowChecks,
  settleWorkflowCheck,
  sinceMarked,
  systemActor,
  type DueRow,
  type Look,
  type Work,
  type WorkflowFinding,
} from '@wuqing/persistence';
import { Loops } from '../loops.js';
import { rowQueue, type RowQueue } from '../row-work/row-queue.js';

const ACTOR = systemActor('operator-wishes');
const BATCH = 50;
/** Workflows that are asked beside each other: at a start all of them are, and the people come first. */
const CHECKS_AT_ONCE = 4;
const IDLE_MS = 500;

/** The tables are counted as often, so that lost rows are missed. */
const COUNT_EVERY_MS = 600_000;

const COUNTS = rowQueue({
  queue: 'table-mark',
  limit: 1,
  find: async (work) => {
    const since = await sinceMarked(work);
    return since === null || since >= COUNT_EVERY_MS ? [{ id: 'all' }] : [];
  },
  handleOne: (work, _row, now) => markTables(work, now),
});

const RETRIES = rowQueue({
  queue: 'set-aside-retry',
  limit: BATCH,
  find: openRetries,
  handleOne: (work, { id }, now) => grantRetry(work, id, now),
});

/**
 * Grants what operators have asked for: the API writes their wishes, and may touch no queue itself. At its start it
 * holds every case's workflow against its journal: whichever of the two databases came from a backup, the journal decides.
 */
@Injectable()
export class OperatorWishes {
  private readonly logger = new Logger('operator-wishes');
  private hasAskedAll = false;

  constructor(
    @Inject(Loops) loops: Loops,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CommandDispatch) private readonly dispatch: CommandDispatch,
  ) {
    loops.add({
      name: 'operator-wishes',
      actor: ACTOR,
      queues: [RETRIES, this.checks(), COUNTS],
      idleMs: IDLE_MS,
    });
  }

  private checks(): RowQueue {
    return rowQueue({
      queue: 'workflow-check',
      limit: CHECKS_AT_ONCE,
      find: (work, look) => this.openChecks(work, look),
      carry: ({ id }) => this.check(id),
    });
  }

  private async openChecks(work: Work, look: Look): Promise<DueRow[]> {
    if (!this.hasAskedAll) {
      const reason = 'the worker has started';
      await askAllWorkflowChecks(work, { actorId: ACTOR.id, reason, now: look.now });
      this.hasAskedAll = true;
    }
    return openWorkflowChecks(work, { ...look, without: [...look.without, ...this.underWay] });
  }

  private readonly underWay = new Set<string>();

  private async check(caseId: string): Promise<void> {
    this.underWay.add(caseId);
    const begunAt = Date.now();
    try {
      const finding =
        caseId === UNKNOWN_CASES ? await this.endUnknown() : await this.dispatch.bringForward(caseId);
      if (finding.found !== 'in-step' && finding.found !== 'over') this.say(caseId, finding);
      const times = { begunAt, now: Date.now() };
      await this.unitOfWork.run(ACTOR, (work) => settleWorkflowCheck(work, caseId, finding, times));
    } finally {
      this.underWay.delete(caseId);
    }
  }

  private async endUnknown(): Promise<WorkflowFinding> {
    const ended = await this.dispatch.endUnknown();
    if (ended === 0) return { found: 'in-step', workflowPosition: 0, journalPosition: 0 };
    const finding: WorkflowFinding = { found: 'unknown', workflowPosition: ended, journalPosition: 0 };
    await this.unitOfWork.run(ACTOR, (work) => noteWorkflowFinding(work, UNKNOWN_CASES, finding, Date.now()));
    return finding;
  }

  private say(caseId: string, { found, workflowPosition, journalPosition }: WorkflowFinding): void {
    this.logger.warn(
      found === 'unknown'
        ? `${workflowPosition} workflows of cases that the database does not know were ended`
        : `case ${caseId} goes on by its journal (${journalPosition} entries): its workflow was ${found} (${workflowPosition ?? 'none'})`,
    );
  }
}
