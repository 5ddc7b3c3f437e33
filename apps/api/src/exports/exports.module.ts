import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { InspectionModule } from '../inspection/inspection.module.js';
import { SupervisionModule } from '../supervision/supervision.module.js';
import { UserTasksModule } from '../user-tasks/user-tasks.module.js';
import { ExportsController } from './exports.controller.js';
import { SupervisionExportsController } from './supervision-exports.controller.js';

@Module({
  imports: [CasesModule, InspectionModule, SupervisionModule, UserTasksModule],
  controllers: [ExportsController, SupervisionExportsController],
})
export class ExportsModule {}
