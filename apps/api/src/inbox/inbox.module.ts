import { Module } from '@nestjs/common';
import { DraftsModule } from '../drafts/drafts.module.js';
import { CountInboxQuery } from './count-inbox.query.js';
import { CountOwnQuery } from './count-own.query.js';
import { InboxController } from './inbox.controller.js';
import { MarkReadHandler } from './mark-read.handler.js';
import { OwnCountsController } from './own-counts.controller.js';
import { SavedViews } from './saved-views.js';

@Module({
  imports: [DraftsModule],
  controllers: [InboxController, OwnCountsController],
  providers: [CountInboxQuery, CountOwnQuery, MarkReadHandler, SavedViews],
})
export class InboxModule {}
