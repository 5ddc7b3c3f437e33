import { createHash } from 'node:crypto';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { UnitDirectory } from '@wuqing/activities';
import { UnitOfWork, systemActor } from '@wuqing/persistence';
import { RepeatedWork } from '../repeated-work.js';
import { fireDueClocks, nearestFiring } from './fire-due-clocks.js';

const ACTOR = systemActor('deadline-watch');
/** Longest sleep: a clock planned meanwhile is at most this late. */
const SLEEP_MAX_MS = 1_000;

/** Fires service-level clocks that are due; any number of replicas may run. */
@Injectable()
export class DeadlineWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly repeated = new RepeatedWork({ name: 'deadline-watch', beat: () => this.beat() });
  private readonly units: UnitDirectory;

  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {
    this.units = new UnitDirectory(unitOfWork, ACTOR);
  }

  onApplicationBootstrap(): void {
    this.repeated.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.repeated.stop();
  }

  private async beat(): Promise<number> {
    if (this.units.isEmpty) await this.units.load();
    const now = Date.now();
    const fired = await this.unitOfWork.run(ACTOR, (work) =>
      fireDueClocks(work, now, {
        holderOf: (reference, unitId) => this.units.holderOf(reference, unitId),
        sha256: (text) => createHash('sha256').update(text).digest('hex'),
      }),
    );
    if (fired > 0) return 0;
    const nearest = await this.unitOfWork.run(ACTOR, nearestFiring);
    return nearest === null ? SLEEP_MAX_MS : Math.min(SLEEP_MAX_MS, Math.max(50, nearest - Date.now()));
  }
}
