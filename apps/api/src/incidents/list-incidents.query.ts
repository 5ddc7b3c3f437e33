import { Injectable } from '@nestjs/common';
import { guidanceOf } from '@wuqing/bpmn-engine';
import { UnitOfWork, type StuckCaseRow } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { cursorOf, readCursor, type Page, type PageDto } from '../http/page.js';
import { DefinitionStore } from '../platform/definition-store.js';
import type { Known } from '../visibility/known.js';
import { pageOfKnown } from '../visibility/known-page.js';
import { VisibleSetAsides } from '../visibility/set-asides.js';
import { VisibleStuckCases } from '../visibility/stuck-cases.js';
import type { StuckCaseView } from './dto/incident.view.js';
import { shownMoment } from '../http/shown-moment.js';

export interface StuckCasePage extends Page<StuckCaseView> {
  readonly total: number;
  /** Rows that the worker could not handle, for whoever may mend them: `GET /api/set-asides`. */
  readonly setAside: number;
}

/** Cases that are stuck, for whoever may mend them: the one that has been so longest first. */
@Injectable()
export class ListIncidentsQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly definitions: DefinitionStore,
    private readonly stuck: VisibleStuckCases,
    private readonly setAsides: VisibleSetAsides,
  ) {}

  async execute(caller: Caller, { after, limit }: PageDto): Promise<StuckCasePage> {
    const asked = { after: readCursor(after), limit };
    const { known, setAside } = await this.unitOfWork.run(caller.actor, async (work) => ({
      known: await this.stuck.page(work, caller, asked),
      setAside: await this.setAsides.count(work, caller),
    }));
    const shown = new Map<string, StuckCaseView>();
    for (const row of known.rows) shown.set(row.id, await this.viewOf(row));
    return { ...pageOfKnown(known, cursorOf, (row) => shown.get(row.id)!), total: known.total, setAside };
  }

  private async viewOf(row: Known<StuckCaseRow>): Promise<StuckCaseView> {
    const { nodes } = (await this.definitions.definition(row.definitionChecksum)).compiled;
    const { id, number, title, processName, unitId, unitName, since } = row;
    return {
      caseId: id,
      caseNumber: number,
      caseTitle: title,
      processName,
      unitId,
      unitName,
      since: shownMoment(since),
      incidents: row.incidents.map(({ message: detail, raisedAt, ...incident }) => {
        const { cause, whatToDo } = guidanceOf(incident);
        const name = nodes[incident.elementId]?.name ?? '';
        return { ...incident, name, message: whatToDo, cause, detail, raisedAt: shownMoment(raisedAt) };
      }),
    };
  }
}
