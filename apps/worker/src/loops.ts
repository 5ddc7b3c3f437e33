import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { ClockCheck, UnitOfWork } from '@wuqing/persistence';
import { RepeatedWork, type RepeatedWorkOptions } from './repeated-work.js';
import { WORKER_SETTINGS, type WorkerSettings } from './settings.js';

/** The loops of the worker, from the application's start to its end: they share the database, and the judgment of the machine's clock. */
@Injectable()
export class Loops implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly all: RepeatedWork[] = [];
  private readonly clock: ClockCheck;

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(WORKER_SETTINGS) { clockDifferenceMaxMs }: WorkerSettings,
  ) {
    this.clock = new ClockCheck(clockDifferenceMaxMs);
  }

  /** Before the application has started. */
  add(options: RepeatedWorkOptions): void {
    this.all.push(new RepeatedWork({ unitOfWork: this.unitOfWork, clock: this.clock }, options));
  }

  onApplicationBootstrap(): void {
    for (const loop of this.all) loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.all.map((loop) => loop.stop()));
  }
}
