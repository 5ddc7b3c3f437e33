import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { stagesOf } from '../cases/overview/stages-of.js';
import { notFound } from '../http/problem.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { unconfirmedOf } from '../platform/process-facts.js';
import type { ProcessDetailView } from './dto/process.view.js';
import { ProcessReader } from './process-reader.js';

/** One procedure with its diagram and its steps. */
@Injectable()
export class ReadProcessQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly definitions: DefinitionStore,
    private readonly processes: ProcessReader,
  ) {}

  async execute(caller: Caller, key: string): Promise<ProcessDetailView> {
    caller.require('process.read', {});
    const definition = await this.unitOfWork.run(caller.actor, (work) =>
      this.definitions.inForceOf(work, key),
    );
    if (!definition) throw notFound();
    const { compiled, xml } = definition;
    const steps = Object.values(compiled.nodes).filter(({ type }) => /Task$|^task$|^subProcess$/.test(type));
    return {
      ...(await this.processes.view(caller, definition)),
      xml,
      stages: stagesOf(compiled).map(({ key: stage, name }) => ({ key: stage, name })),
      steps: steps.map(({ id, name, type }) => ({ elementId: id, name, type })),
      unconfirmed: unconfirmedOf(compiled),
    };
  }
}
