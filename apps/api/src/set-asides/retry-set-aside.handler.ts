import { Injectable } from '@nestjs/common';
import { UnitOfWork, findRetry, insertOrFindRetry } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { keyUsedOtherwise } from '../commands/command-sender.js';
import { notFound } from '../http/problem.js';
import { Reply } from '../http/reply.js';
import { Clock } from '../platform/clock.js';
import { bodyHashOf, commandIdOf } from '../platform/fingerprint.js';
import { VisibleSetAsides } from '../visibility/set-asides.js';
import type { RetrySetAsideDto } from './dto/retry-set-aside.dto.js';

/** 重试: keeps the wish; the worker grants it at its next beat. */
@Injectable()
export class RetrySetAsideHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly visible: VisibleSetAsides,
  ) {}

  async execute(caller: Caller, setAsideId: string, key: string, body: RetrySetAsideDto): Promise<Reply> {
    caller.require('queue.mend', {});
    const id = commandIdOf(caller.personId, `set-asides/${setAsideId}/retry`, key);
    const wish = {
      id,
      setAsideId,
      actorId: caller.personId,
      reason: body.reason,
      bodyHash: bodyHashOf(body),
    };
    const kept = await this.unitOfWork.run(caller.actor, async (work) => {
      const known = await findRetry(work, id);
      if (!known && !(await this.visible.isSetAside(work, caller, setAsideId))) throw notFound();
      return (await insertOrFindRetry(work, wish, this.clock.now())).row;
    });
    if (kept.bodyHash !== wish.bodyHash) throw keyUsedOtherwise();
    return new Reply(202, { id, setAsideId });
  }
}
