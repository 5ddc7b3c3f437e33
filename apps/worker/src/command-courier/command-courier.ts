import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CommandDispatch } from '@wuqing/command-dispatch';
import { UnitOfWork, systemActor, takeUnsettledCommands } from '@wuqing/persistence';
import { RepeatedWork } from '../repeated-work.js';

const ACTOR = systemActor('command-courier');
const BATCH = 20;
const IDLE_MS = 500;

/** Carries command rows that have no outcome yet, each under its next attempt, until they have one. */
@Injectable()
export class CommandCourier implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly work = new RepeatedWork({ name: 'command-courier', beat: () => this.carry() });

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CommandDispatch) private readonly dispatch: CommandDispatch,
  ) {}

  onApplicationBootstrap(): void {
    this.work.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.work.stop();
  }

  private async carry(): Promise<number> {
    const rows = await this.unitOfWork.run(ACTOR, (work) => takeUnsettledCommands(work, Date.now(), BATCH));
    await Promise.all(rows.map((row) => this.dispatch.send(row)));
    return rows.length === BATCH ? 0 : IDLE_MS;
  }
}
