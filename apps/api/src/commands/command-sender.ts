import { Injectable } from '@nestjs/common';
import { CommandDispatch, type DispatchAnswer } from '@wuqing/command-dispatch';
import {
  insertOrFindCommand,
  isDatabaseAway,
  type CommandRow,
  type KeptCommand,
  type NewCommand,
  type Statements,
} from '@wuqing/persistence';
import type { CommandOutcome } from '@wuqing/workflow-contracts';
import { Problem } from '../http/problem.js';
import { Clock } from '../platform/clock.js';

export const keyUsedOtherwise = (): Problem =>
  new Problem(
    422,
    'idempotency-key-reused',
    '提交编号重复',
    '该提交编号已用于另一份内容，请刷新页面后重新提交。',
  );

/** Keeps a command as a row, then carries it to its case once. */
@Injectable()
export class CommandSender {
  constructor(
    private readonly dispatch: CommandDispatch,
    private readonly clock: Clock,
  ) {}

  /** Inside the caller's transaction: the row, or the one that an earlier attempt left. */
  async keep(work: Statements, command: NewCommand): Promise<KeptCommand> {
    const { row } = await insertOrFindCommand(work, command, this.clock.now());
    if (row.bodyHash !== command.bodyHash) throw keyUsedOtherwise();
    return row;
  }

  /** After the commit. What cannot be learned now is `pending`: the row is the promise, and the courier goes on. */
  async deliver(row: CommandRow): Promise<DispatchAnswer> {
    if (row.outcome) return row.outcome as unknown as CommandOutcome;
    try {
      return await this.dispatch.send(row);
    } catch (error) {
      if (isDatabaseAway(error)) return 'pending';
      throw error;
    }
  }
}
