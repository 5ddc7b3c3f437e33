import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { Clock } from '../platform/clock.js';
import { notFound } from '../http/problem.js';
import { VisibleRecords } from '../visibility/visible-records.js';
import type { MessageView } from './dto/publish-message.dto.js';
import { messageViewOf } from './message-view-of.js';

/** What became of a message: for its publisher alone. */
@Injectable()
export class ReadMessageQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: VisibleRecords,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, id: string): Promise<MessageView> {
    const row = await this.unitOfWork.run(caller.actor, (work) =>
      this.records.message(work, caller, id, this.clock.now()),
    );
    if (!row || !caller.may('message.publish', { unitId: row.unitId })) throw notFound();
    return messageViewOf(row);
  }
}
