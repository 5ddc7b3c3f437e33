import { Injectable } from '@nestjs/common';
import { UnitOfWork, historyOf, openIncidents } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { CaseReader } from './case-reader.js';
import type { DiagramView } from './dto/case-history.view.js';
import { executedPathOf } from './executed-path.js';

/** The published diagram with the path that this case took. */
@Injectable()
export class ReadDiagramQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
  ) {}

  async execute(caller: Caller, id: string): Promise<DiagramView> {
    return this.unitOfWork.run(caller.actor, async (work) => {
      const { definition } = await this.cases.require(work, caller, id);
      const events = (await historyOf(work, id)).flatMap((entry) => entry.events);
      const incidents = await openIncidents(work, id);
      return {
        xml: definition.xml,
        ...executedPathOf(events),
        incidents: incidents.map(({ elementId }) => elementId),
      };
    });
  }
}
