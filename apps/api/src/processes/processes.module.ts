import { Module } from '@nestjs/common';
import { CheckProcessQuery } from './check-process.query.js';
import { ListProcessesQuery } from './list-processes.query.js';
import { ProcessReader } from './process-reader.js';
import { ProcessesController } from './processes.controller.js';
import { ReadProcessQuery } from './read-process.query.js';

@Module({
  controllers: [ProcessesController],
  providers: [ProcessReader, CheckProcessQuery, ListProcessesQuery, ReadProcessQuery],
})
export class ProcessesModule {}
