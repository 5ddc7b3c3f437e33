import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { ListVersionsQuery } from './list-versions.query.js';
import { MigrateCasesHandler } from './migrate-cases.handler.js';
import { MigrationsController } from './migrations.controller.js';
import { PlanMigrationsQuery } from './plan-migrations.query.js';

@Module({
  imports: [CommandsModule],
  controllers: [MigrationsController],
  providers: [ListVersionsQuery, PlanMigrationsQuery, MigrateCasesHandler],
})
export class MigrationsModule {}
