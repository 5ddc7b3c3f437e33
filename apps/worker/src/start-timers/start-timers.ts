import { Inject, Injectable, Logger } from '@nestjs/common';
import { engineFlags, type EngineContext } from '@wuqing/bpmn-engine';
import { deliberationFunctions } from '@wuqing/deliberation';
import {
  dueStarts,
  newestCalendar,
  planStartTimers,
  startByTimer,
  systemActor,
  versionsInForce,
  type DueStart,
  type Work,
} from '@wuqing/persistence';
import { feelHostFunctions, indexCalendar, readCalendar } from '@wuqing/working-calendar';
import { Loops } from '../loops.js';
import { rowQueue, type RowQueue } from '../row-work/row-queue.js';
import { ZONE, startContextOf } from '../start-context.js';

const ACTOR = systemActor('start-timer');
const BATCH = 50;
const IDLE_MS = 1_000;

/**
 * Starts the cases of processes that begin by the clock. Any number of replicas may run: each due moment is taken under
 * its row's lock, and its cases have ids of their own that a second attempt finds there.
 */
@Injectable()
export class StartTimers {
  private readonly logger = new Logger('start-timers');
  /** Versions whose start events were planned; each is looked at once. */
  private readonly planned = new Set<string>();

  constructor(@Inject(Loops) loops: Loops) {
    loops.add({
      name: 'start-timers',
      actor: ACTOR,
      queues: [this.versions(), STARTS],
      idleMs: IDLE_MS,
    });
  }

  private versions(): RowQueue {
    return rowQueue({
      queue: 'start-timer-plan',
      limit: BATCH,
      find: (work, look) => versionsInForce(work, { ...look, without: [...look.without, ...this.planned] }),
      handleOne: (work, { id }) => this.plan(work, id),
    });
  }

  private async plan(work: Work, checksum: string): Promise<void> {
    const faults = await planStartTimers(work, checksum, await planningContext(work));
    for (const fault of faults) this.logger.error(`A start event cannot be planned: ${fault}`);
    this.planned.add(checksum);
  }
}

const STARTS = rowQueue<DueStart>({
  queue: 'start-timer',
  limit: BATCH,
  byTheClock: true,
  find: dueStarts,
  handleOne: (work, start, now) => startByTimer(work, start, startContextOf(now)),
});

async function planningContext(work: Work): Promise<Omit<EngineContext, 'now'>> {
  const row = await newestCalendar(work);
  const calendar = row && readCalendar(row.content);
  if (!calendar?.ok) throw new Error('Expected a readable calendar version');
  const hostFunctions = { ...feelHostFunctions(indexCalendar(calendar.value)), ...deliberationFunctions };
  return { timeZone: ZONE, flags: engineFlags, hostFunctions };
}
