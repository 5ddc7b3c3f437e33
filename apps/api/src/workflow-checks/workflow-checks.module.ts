import { Module } from '@nestjs/common';
import { AskWorkflowCheckHandler } from './ask-workflow-check.handler.js';
import { ListWorkflowChecksQuery } from './list-workflow-checks.query.js';
import { WorkflowChecksController } from './workflow-checks.controller.js';

@Module({
  controllers: [WorkflowChecksController],
  providers: [AskWorkflowCheckHandler, ListWorkflowChecksQuery],
})
export class WorkflowChecksModule {}
