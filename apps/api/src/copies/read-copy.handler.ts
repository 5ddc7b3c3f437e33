import { Injectable } from '@nestjs/common';
import { UnitOfWork, markCopyRead } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { notFound } from '../http/problem.js';
import { Clock } from '../platform/clock.js';

/** The receiver has looked at it; the first look stands. */
@Injectable()
export class ReadCopyHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, id: string): Promise<void> {
    caller.addressed();
    const at = new Date(this.clock.now()).toISOString();
    const isOwn = await this.unitOfWork.run(caller.actor, (work) =>
      markCopyRead(work, id, caller.personId, at),
    );
    if (!isOwn) throw notFound();
  }
}
