import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { DefinitionReader } from '@wuqing/publication';
import { CheckProcessQuery } from './check-process.query.js';
import { ListProcessesQuery } from './list-processes.query.js';
import { ProcessReader } from './process-reader.js';
import { ProcessesController } from './processes.controller.js';
import { ReadProcessQuery } from './read-process.query.js';

@Module({
  controllers: [ProcessesController],
  providers: [
    { provide: DefinitionReader, useFactory: () => new DefinitionReader() },
    ProcessReader,
    CheckProcessQuery,
    ListProcessesQuery,
    ReadProcessQuery,
  ],
  exports: [DefinitionReader],
})
export class ProcessesModule implements OnApplicationShutdown {
  constructor(private readonly reader: DefinitionReader) {}

  onApplicationShutdown(): Promise<void> {
    return this.reader.close();
  }
}
