import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@wuqing/kernel';
import { UnitOfWork, insertOrFindSignal } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { keyUsedOtherwise } from '../commands/command-sender.js';
import { Reply } from '../http/reply.js';
import { requireDeclared } from '../messages/require-payload.js';
import { Clock } from '../platform/clock.js';
import { bodyHashOf, commandIdOf } from '../platform/fingerprint.js';
import type { BroadcastSignalDto } from './dto/broadcast-signal.dto.js';

/** A signal to every case that waits for it, in the units that the publisher sees. */
@Injectable()
export class BroadcastSignalHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(
    caller: Caller,
    key: string,
    { name, unitId, variables = {} }: BroadcastSignalDto,
  ): Promise<Reply> {
    caller.require('signal.broadcast', { unitId });
    const id = commandIdOf(caller.personId, `signals/${name}`, key);
    const signal = {
      id,
      name,
      signalId: id,
      unitId,
      reach: caller.reach(),
      reachesWalled: false,
      home: null,
      publishedBy: caller.personId,
      clockOffsetMs: 0,
      publishedAt: this.clock.now(),
    };
    const { row } = await this.unitOfWork.run(caller.actor, async (work) =>
      insertOrFindSignal(work, {
        ...signal,
        variables: await requireDeclared(work, 'signal', name, variables as JsonObject),
      }),
    );
    if (bodyHashOf([row.variables, row.unitId]) !== bodyHashOf([variables, unitId])) throw keyUsedOtherwise();
    return new Reply(202, { id: row.id, name: row.name });
  }
}
