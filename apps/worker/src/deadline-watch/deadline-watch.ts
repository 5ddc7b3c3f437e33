import { createHash } from 'node:crypto';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { UnitOfWork, systemActor } from '@wuqing/persistence';
import { RepeatedWork } from '../repeated-work.js';
import { BATCH_MAX, fireDueClocks, nearestFiring } from './fire-due-clocks.js';
import { OrganizationReader } from './organization-reader.js';
import { StepLevels } from './step-levels.js';

const ACTOR = systemActor('deadline-watch');
/** Longest sleep: a clock planned meanwhile is at most this late. */
const SLEEP_MAX_MS = 1_000;

/** The organization is read before the first clock of a burst is due: the batch that asks it holds the locks of 500 cases. */
const ORGANIZATION_BEFORE_MS = 2_000;

/** Fires service-level clocks that are due; any number of replicas may run. */
@Injectable()
export class DeadlineWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly repeated = new RepeatedWork({ name: 'deadline-watch', beat: () => this.beat() });
  private readonly organization = new OrganizationReader();
  private readonly levels = new StepLevels();

  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  onApplicationBootstrap(): void {
    this.repeated.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.repeated.stop();
  }

  private fire(now: number): Promise<number> {
    return this.unitOfWork.run(ACTOR, (work) =>
      fireDueClocks(work, now, {
        organizationAt: (inside, at) => this.organization.at(inside, at),
        levels: this.levels,
        sha256: (text) => createHash('sha256').update(text).digest('hex'),
      }),
    );
  }

  private async beat(): Promise<number> {
    const now = Date.now();
    const fired = await this.fire(now);
    // A burst: while one batch is worked out, another is in the database.
    if (fired === BATCH_MAX) await Promise.all([this.fire(now), this.fire(now)]);
    if (fired > 0) return 0;
    const nearest = await this.unitOfWork.run(ACTOR, nearestFiring);
    if (nearest === null || nearest - now > ORGANIZATION_BEFORE_MS) return SLEEP_MAX_MS;
    await this.unitOfWork.run(ACTOR, (work) => this.organization.at(work, now));
    return Math.min(SLEEP_MAX_MS, Math.max(50, nearest - Date.now()));
  }
}
