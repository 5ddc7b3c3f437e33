import { Injectable } from '@nestjs/common';
import { whatToDo } from '@wuqing/bpmn-engine';
import { UnitOfWork, listStuckCases, type StuckCaseRow } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { OpenProcesses } from '../cases/open-processes.js';
import { cursorOf, pageOf, readCursor, type Page, type PageDto } from '../http/page.js';
import { DefinitionStore } from '../platform/definition-store.js';
import type { StuckCaseView } from './dto/incident.view.js';

/** Cases that are stuck, for whoever may mend them: the one that has been so longest first. */
@Injectable()
export class ListIncidentsQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly definitions: DefinitionStore,
    private readonly processes: OpenProcesses,
  ) {}

  async execute(caller: Caller, { after, limit }: PageDto): Promise<Page<StuckCaseView>> {
    const unitIds = caller.reach().filter((unitId) => caller.may('case.repair', { unitId }));
    const cursor = readCursor(after);
    const rows = await this.unitOfWork.run(caller.actor, async (work) =>
      listStuckCases(work, {
        unitIds,
        checksums: await this.processes.listed(work),
        after: cursor,
        limit: limit + 1,
      }),
    );
    const shown = new Map<string, StuckCaseView>();
    for (const row of rows) shown.set(row.id, await this.viewOf(row));
    return pageOf(
      rows,
      limit,
      (row) => cursorOf(row.since.toISOString(), row.id),
      (row) => shown.get(row.id)!,
    );
  }

  private async viewOf(row: StuckCaseRow): Promise<StuckCaseView> {
    const { nodes } = (await this.definitions.definition(row.definitionChecksum)).compiled;
    const { id, number, title, processName, unitId, unitName, since } = row;
    return {
      caseId: id,
      caseNumber: number,
      caseTitle: title,
      processName,
      unitId,
      unitName,
      since: since.toISOString(),
      incidents: row.incidents.map(({ message, raisedAt, ...incident }) => ({
        ...incident,
        name: nodes[incident.elementId]?.name ?? '',
        message: whatToDo(incident),
        cause: message,
        raisedAt: new Date(raisedAt).toISOString(),
      })),
    };
  }
}
