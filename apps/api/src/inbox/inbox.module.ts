import { Module } from '@nestjs/common';
import { CountInboxQuery } from './count-inbox.query.js';
import { InboxController } from './inbox.controller.js';
import { MarkReadHandler } from './mark-read.handler.js';
import { SavedViews } from './saved-views.js';

@Module({
  controllers: [InboxController],
  providers: [CountInboxQuery, MarkReadHandler, SavedViews],
})
export class InboxModule {}
