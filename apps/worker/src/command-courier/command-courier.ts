import { Inject, Injectable } from '@nestjs/common';
import { CommandDispatch } from '@wuqing/command-dispatch';
import { systemActor, takeUnsettledCommands, type CommandRow } from '@wuqing/persistence';
import { Loops } from '../loops.js';
import { UNANSWERED, rowQueue, type RowQueue } from '../row-work/row-queue.js';

const ACTOR = systemActor('command-courier');
const AT_ONCE = 20;
const IDLE_MS = 500;
/** With the pauses between them (8 s, 16 s) half a minute. */
const TRIES_MAX = 3;

/**
 * Carries command rows that have no outcome yet, each under its next attempt, until they have one. Those that have
 * waited before go beside the fresh ones, so that a case that does not answer keeps no other waiting.
 */
@Injectable()
export class CommandCourier {
  constructor(
    @Inject(Loops) loops: Loops,
    @Inject(CommandDispatch) private readonly dispatch: CommandDispatch,
  ) {
    loops.add({
      name: 'command-courier',
      actor: ACTOR,
      queues: [this.commands(true), this.commands(false)],
      idleMs: IDLE_MS,
    });
  }

  private commands(fresh: boolean): RowQueue {
    return rowQueue<CommandRow>({
      queue: 'command',
      limit: AT_ONCE,
      triesMax: TRIES_MAX,
      find: (work, look) => takeUnsettledCommands(work, look, fresh),
      carry: async (row) => ((await this.dispatch.send(row)) === 'pending' ? UNANSWERED : undefined),
    });
  }
}
