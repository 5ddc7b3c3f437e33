import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { DefinitionStore } from '../platform/definition-store.js';
import type { ProcessListView } from './dto/process.view.js';
import { ProcessReader } from './process-reader.js';

/** The procedures that the caller may start somewhere; what is only for trying the last. */
@Injectable()
export class ListProcessesQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly definitions: DefinitionStore,
    private readonly processes: ProcessReader,
  ) {}

  async execute(caller: Caller): Promise<ProcessListView> {
    caller.require('process.read', {});
    const definitions = await this.unitOfWork.run(caller.actor, (work) => this.definitions.inForce(work));
    const views = await Promise.all(definitions.map((definition) => this.processes.view(caller, definition)));
    const startable = views.filter(({ units }) => units.length > 0);
    return {
      items: [false, true].flatMap((last) => startable.filter(({ isExercise }) => isExercise === last)),
    };
  }
}
