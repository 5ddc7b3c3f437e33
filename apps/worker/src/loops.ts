import { Inject, Injectable } from '@nestjs/common';
import { ClockCheck, UnitOfWork } from '@wuqing/persistence';
import { RepeatedWork, type RepeatedWorkOptions } from './repeated-work.js';
import { WORKER_SETTINGS, type WorkerSettings } from './settings.js';

/** Where every loop of the worker comes from: they share the database, and the judgment of the machine's clock. */
@Injectable()
export class Loops {
  private readonly clock: ClockCheck;

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(WORKER_SETTINGS) { clockDifferenceMaxMs }: WorkerSettings,
  ) {
    this.clock = new ClockCheck(clockDifferenceMaxMs);
  }

  of(options: RepeatedWorkOptions): RepeatedWork {
    return new RepeatedWork({ unitOfWork: this.unitOfWork, clock: this.clock }, options);
  }
}
