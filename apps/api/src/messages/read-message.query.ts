import { Injectable } from '@nestjs/common';
import { UnitOfWork, findMessage } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { notFound } from '../http/problem.js';
import type { MessageView } from './dto/publish-message.dto.js';
import { messageViewOf } from './message-view-of.js';

/** What became of a message: for its publisher alone. */
@Injectable()
export class ReadMessageQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(caller: Caller, id: string): Promise<MessageView> {
    const row = await this.unitOfWork.run(caller.actor, (work) => findMessage(work, id));
    if (row?.publishedBy !== caller.personId) throw notFound();
    caller.requireSight('message.publish', { unitId: row.unitId });
    return messageViewOf(row);
  }
}
