import { Module } from '@nestjs/common';
import { MessagesController } from './messages.controller.js';
import { PublishMessageHandler } from './publish-message.handler.js';
import { ReadMessageQuery } from './read-message.query.js';

@Module({
  controllers: [MessagesController],
  providers: [PublishMessageHandler, ReadMessageQuery],
})
export class MessagesModule {}
