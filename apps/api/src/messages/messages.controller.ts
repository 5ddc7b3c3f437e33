import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action, ForTokens } from '../access/marks.js';
import { VARIABLES_BODY, Takes } from '../http/body-bounds.js';
import { Spends } from '../http/request-budgets.js';
import type { Reply } from '../http/reply.js';
import { IdempotencyKey, UuidParam } from '../http/validated.js';
import { MessageView, PublishMessageDto } from './dto/publish-message.dto.js';
import { PublishMessageHandler } from './publish-message.handler.js';
import { ReadMessageQuery } from './read-message.query.js';

@ApiTags('messages')
@Controller('api/messages')
export class MessagesController {
  constructor(
    private readonly publishMessage: PublishMessageHandler,
    private readonly readMessage: ReadMessageQuery,
  ) {}

  /** 202: the message is kept, and reaches the one case that waits for it as soon as one does. */
  @Post()
  @Takes(VARIABLES_BODY)
  @Spends('message')
  @ForTokens('messages.send')
  @Action('message.publish')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiAcceptedResponse({ type: MessageView })
  publish(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Body() body: PublishMessageDto,
  ): Promise<Reply> {
    return this.publishMessage.execute(caller, key, body);
  }

  @Get(':id')
  @ForTokens('messages.send')
  @Action('message.publish')
  @ApiOkResponse({ type: MessageView })
  read(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<MessageView> {
    return this.readMessage.execute(caller, id);
  }
}
