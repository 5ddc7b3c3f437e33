import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import {
  ClockCheck,
  ClocksApart,
  UnitOfWork,
  databaseNow,
  isDatabaseAway,
  noteClock,
  systemActor,
  type ClockLook,
} from '@wuqing/persistence';
import { API_SETTINGS, type ApiSettings } from '../settings.js';

const ACTOR = systemActor('machine-clock');
const LOOK_EVERY_MS = 5_000;

/**
 * Holds this machine's clock against the database's at the start and every five seconds. While they disagree nothing is
 * taken in: what is written would bear a wrong moment for good.
 */
@Injectable()
export class MachineClock implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('machine-clock');
  private readonly check: ClockCheck | undefined;
  private last: ClockLook | undefined;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(API_SETTINGS) { clockDifferenceMaxMs }: ApiSettings,
  ) {
    this.check = clockDifferenceMaxMs === undefined ? undefined : new ClockCheck(clockDifferenceMaxMs);
  }

  /** Undefined while the clock may be believed; else by how much it differs, in ms. */
  get differenceMs(): number | undefined {
    return this.last?.holds === false ? this.last.differenceMs : undefined;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { check } = this;
    if (!check) return;
    await this.look(check);
    this.timer = setInterval(() => (this.looking = this.look(check)), LOOK_EVERY_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** A database that is away says nothing of the clock. */
  private async look(check: ClockCheck): Promise<void> {
    try {
      await this.unitOfWork.run(ACTOR, async (work) => {
        const before = Date.now();
        const now = await databaseNow(work);
        this.last = check.look(before, now, Date.now());
        if (this.last.isNews) await noteClock(work, 'api', this.last, now);
      });
      if (this.last?.isNews && !this.last.holds)
        this.logger.error(new ClocksApart(this.last.differenceMs).message);
    } catch (error) {
      if (!isDatabaseAway(error)) this.logger.error((error as Error).message);
    }
  }
}
