import { Module } from '@nestjs/common';
import { ProcessesModule } from '../processes/processes.module.js';
import { CheckDecisionsQuery } from './check-decisions.query.js';
import { DecisionsController } from './decisions.controller.js';

/** Decision files are read in the threads in which process files are, so that both together keep the same limits. */
@Module({
  imports: [ProcessesModule],
  controllers: [DecisionsController],
  providers: [CheckDecisionsQuery],
})
export class DecisionsModule {}
