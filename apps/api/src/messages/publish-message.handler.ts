import { Injectable } from '@nestjs/common';
import { required, type JsonObject } from '@wuqing/kernel';
import { UnitOfWork, insertOrFindMessage, type MessageRow, type NewMessage } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { requireSender } from '../cases/message-senders.js';
import { keyUsedOtherwise } from '../commands/command-sender.js';
import { Reply } from '../http/reply.js';
import { Clock } from '../platform/clock.js';
import { bodyHashOf, commandIdOf } from '../platform/fingerprint.js';
import type { PublishMessageDto } from './dto/publish-message.dto.js';
import { VisibleRecords } from '../visibility/visible-records.js';
import { messageViewOf } from './message-view-of.js';
import { requireDeclared } from './require-payload.js';

const SECONDS_DEFAULT = 3_600;

/** A message by name and key, to whichever one case waits for it: only cases of units that the publisher sees. */
@Injectable()
export class PublishMessageHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: VisibleRecords,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, key: string, body: PublishMessageDto): Promise<Reply> {
    requireSender(caller, body.name, { unitId: body.unitId });
    const row = await this.unitOfWork.run(caller.actor, async (work) => {
      const { variables = {} } = body;
      const values = await requireDeclared(work, 'message', body.name, variables as JsonObject);
      const message = this.messageOf(caller, key, body, values);
      const { row: kept } = await insertOrFindMessage(work, message);
      if (!isSame(kept, message)) throw keyUsedOtherwise();
      return required(
        await this.records.message(work, caller, kept.id, this.clock.now()),
        `message ${kept.id}`,
      );
    });
    return new Reply(202, messageViewOf(row), { location: `/api/messages/${row.id}` });
  }

  private messageOf(
    caller: Caller,
    key: string,
    { name, correlationKey = '', unitId, timeToLiveSeconds }: PublishMessageDto,
    variables: JsonObject,
  ): NewMessage {
    const publishedAt = this.clock.now();
    const id = commandIdOf(caller.personId, `messages/${name}`, key);
    return {
      id,
      name,
      messageId: id,
      correlationKey,
      variables,
      unitId,
      reach: caller.reach(),
      reachesWalled: false,
      publishedBy: caller.personId,
      clockOffsetMs: 0,
      publishedAt,
      expiresAt: publishedAt + (timeToLiveSeconds ?? SECONDS_DEFAULT) * 1_000,
    };
  }
}

/** A retry says the same; what the time did meanwhile does not matter. */
const isSame = (kept: MessageRow, { correlationKey, variables, unitId }: NewMessage): boolean =>
  bodyHashOf([kept.correlationKey, kept.variables, kept.unitId]) ===
  bodyHashOf([correlationKey, variables, unitId]);
