import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { SupervisionModule } from '../supervision/supervision.module.js';
import { UserTasksModule } from '../user-tasks/user-tasks.module.js';
import { ExportsController } from './exports.controller.js';

@Module({
  imports: [CasesModule, SupervisionModule, UserTasksModule],
  controllers: [ExportsController],
})
export class ExportsModule {}
