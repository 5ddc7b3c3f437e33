import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { engineFlags, type EngineContext } from '@wuqing/bpmn-engine';
import { deliberationFunctions } from '@wuqing/deliberation';
import {
  UnitOfWork,
  checksumsInForce,
  newestCalendar,
  planStartTimers,
  startByTimer,
  systemActor,
  type Work,
} from '@wuqing/persistence';
import { feelHostFunctions, indexCalendar, readCalendar } from '@wuqing/working-calendar';
import { RepeatedWork } from '../repeated-work.js';
import { ZONE, startContextOf } from '../start-context.js';

const ACTOR = systemActor('start-timer');
const IDLE_MS = 1_000;

/**
 * Starts the cases of processes that begin by the clock. Any number of replicas may run: each due moment is taken under
 * its row's lock, and its cases have ids of their own that a second attempt finds there.
 */
@Injectable()
export class StartTimers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('start-timers');
  private readonly work = new RepeatedWork({ name: 'start-timers', beat: () => this.beat() });
  /** Versions whose start events were planned; each is looked at once. */
  private readonly planned = new Set<string>();

  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  onApplicationBootstrap(): void {
    this.work.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.work.stop();
  }

  private async beat(): Promise<number> {
    await this.planNew();
    const started = await this.unitOfWork.run(ACTOR, (work) =>
      startByTimer(work, startContextOf(Date.now())),
    );
    return started ? 0 : IDLE_MS;
  }

  private async planNew(): Promise<void> {
    const inForce = await this.unitOfWork.run(ACTOR, checksumsInForce);
    const fresh = inForce.filter((checksum) => !this.planned.has(checksum));
    if (fresh.length === 0) return;
    const faults = await this.unitOfWork.run(ACTOR, async (work) => {
      const context = await planningContext(work);
      const found: string[] = [];
      for (const checksum of fresh) found.push(...(await planStartTimers(work, checksum, context)));
      return found;
    });
    for (const fault of faults) this.logger.error(`A start event cannot be planned: ${fault}`);
    for (const checksum of fresh) this.planned.add(checksum);
  }
}

async function planningContext(work: Work): Promise<Omit<EngineContext, 'now'>> {
  const row = await newestCalendar(work);
  const calendar = row && readCalendar(row.content);
  if (!calendar?.ok) throw new Error('Expected a readable calendar version');
  const hostFunctions = { ...feelHostFunctions(indexCalendar(calendar.value)), ...deliberationFunctions };
  return { timeZone: ZONE, flags: engineFlags, hostFunctions };
}
