import { Injectable } from '@nestjs/common';
import { guidanceOf } from '@wuqing/bpmn-engine';
import { UnitOfWork, countStuckCases, listStuckCases, type StuckCaseRow } from '@wuqing/persistence';
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

  async execute(
    caller: Caller,
    { after, limit }: PageDto,
  ): Promise<Page<StuckCaseView> & { readonly total: number }> {
    const unitIds = caller.reachFor('case.repair');
    const cursor = readCursor(after);
    const { rows, total } = await this.unitOfWork.run(caller.actor, async (work) => {
      const scope = { unitIds, checksums: await this.processes.listed(work) };
      const rows = await listStuckCases(work, { ...scope, after: cursor, limit: limit + 1 });
      return { rows, total: await countStuckCases(work, scope) };
    });
    const shown = new Map<string, StuckCaseView>();
    for (const row of rows) shown.set(row.id, await this.viewOf(row));
    const page = pageOf(
      rows,
      limit,
      (row) => cursorOf(row.since.toISOString(), row.id),
      (row) => shown.get(row.id)!,
    );
    return { ...page, total };
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
      incidents: row.incidents.map(({ message: detail, raisedAt, ...incident }) => {
        const { cause, whatToDo } = guidanceOf(incident);
        const name = nodes[incident.elementId]?.name ?? '';
        const at = new Date(raisedAt).toISOString();
        return { ...incident, name, message: whatToDo, cause, detail, raisedAt: at };
      }),
    };
  }
}
