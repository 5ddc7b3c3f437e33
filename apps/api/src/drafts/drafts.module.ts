import { Module } from '@nestjs/common';
import { ProcessReader } from '../processes/process-reader.js';
import { TaskReader } from '../user-tasks/task-reader.js';
import { DraftsController } from './drafts.controller.js';
import { ListDraftsQuery } from './list-drafts.query.js';
import { StartDraftsController } from './start-drafts.controller.js';
import { StartDrafts } from './start-drafts.js';
import { TaskDraftsController } from './task-drafts.controller.js';
import { TaskDrafts } from './task-drafts.js';

@Module({
  controllers: [DraftsController, TaskDraftsController, StartDraftsController],
  providers: [TaskReader, ProcessReader, ListDraftsQuery, TaskDrafts, StartDrafts],
  exports: [StartDrafts],
})
export class DraftsModule {}
