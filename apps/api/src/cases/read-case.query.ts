import { Injectable } from '@nestjs/common';
import { UnitOfWork, type LinkedCaseRow, type SubscriptionRow, type Work } from '@wuqing/persistence';
import { extensionsNamed } from '@wuqing/bpmn-model';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { clockBadgeOf } from '../deadlines/clock-badge.view.js';
import { Clock } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { levelOf, startersOf, unconfirmedOf } from '../platform/process-facts.js';
import { userTaskViewOf } from '../user-tasks/user-task-view-of.js';
import {
  clocksOf,
  eventsToDecideBy,
  historyIn,
  incidentsOf,
  waitingFor,
} from '../visibility/case-records.js';
import type { Known } from '../visibility/known.js';
import { VisibleRecords } from '../visibility/visible-records.js';
import { callTreeOf, type CallTreeOfCase } from './call-tree.js';
import { CaseReader, type SeenCase } from '../visibility/case-reader.js';
import { caseViewOf } from './case-view-of.js';
import type { CaseDetailView, LinkedCaseView } from './dto/case-detail.view.js';
import { returnTargetsOf } from './executed-path.js';
import { incidentViewOf, mayRestart, operationsOf, runningElements } from './operations.js';
import { isClosedBy, reopeningOf } from './reopening.js';
import { maySend } from './message-senders.js';
import { mayEnd, mayReturnTo } from './village-bounds.js';

/** A case with what runs in it now, and what the caller may do to it. */
@Injectable()
export class ReadCaseQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly records: VisibleRecords,
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
    private readonly units: UnitDirectory,
  ) {}

  async execute(caller: Caller, id: string): Promise<CaseDetailView> {
    const calendar = await this.definitions.workingCalendar();
    const { seen, clocks, incidents, history, subscriptions, linked, tree, mayReopen } =
      await this.unitOfWork.run(caller.actor, async (work) => this.read(work, caller, id));
    const { row, definition, tasks } = seen;
    const now = this.clock.now();
    const events = history.flatMap((entry) => entry.events);
    return {
      ...caseViewOf(row),
      tasks: tasks.map((task) => userTaskViewOf(task, caller.personId, now, calendar)),
      clocks: clocks.map((clock) => clockBadgeOf(clock, now + row.clockOffsetMs, calendar)),
      incidents: incidents.map((incident) => incidentViewOf(caller, seen, incident)),
      messages: this.messages(caller, seen, subscriptions),
      returnTargets:
        caller.may('case.return', seen.resource) && row.status === 'running'
          ? returnTargetsOf(events, definition.compiled).filter(({ elementId }) =>
              mayReturnTo(caller, seen, events, elementId),
            )
          : [],
      linked: linked.map(linkedViewOf),
      ...tree,
      reopenTargets: mayReopen ? returnTargetsOf(events, definition.compiled) : [],
      mayLink: await this.mayLink(caller, seen),
      mayCancel: row.status === 'running' && row.parentId === null && mayEnd(caller, seen),
      mayRestart: mayRestart(caller, seen),
      operations: operationsOf(caller, seen),
      running: runningElements(caller, seen, events),
      unconfirmed: unconfirmedOf(definition.compiled),
    };
  }

  private async read(work: Work, caller: Caller, id: string) {
    const seen = await this.cases.require(work, caller, id);
    return {
      seen,
      clocks: await clocksOf(work, seen),
      incidents: await incidentsOf(work, seen),
      history: await historyIn(work, seen),
      subscriptions: await waitingFor(work, seen),
      linked: await this.records.linked(work, caller, seen),
      tree: await this.tree(work, caller, seen),
      mayReopen: await mayReopen(work, caller, seen),
    };
  }

  /** Callers and called as far as the caller may know of them. */
  private async tree(work: Work, caller: Caller, seen: SeenCase): Promise<CallTreeOfCase> {
    const rows = await this.records.callTree(work, caller, seen);
    return callTreeOf(seen.row, rows, await this.records.stuckAmong(work, caller, rows));
  }

  private async mayLink(caller: Caller, { row, definition }: SeenCase): Promise<boolean> {
    const { compiled } = definition;
    if (extensionsNamed(compiled.extensions, 'linkedCase').length === 0) return false;
    const holders = startersOf(compiled, row.unitId, await this.units.tree());
    return caller.may('case.start', { unitId: row.unitId, level: levelOf(compiled), holders });
  }

  private messages(
    caller: Caller,
    { definition, resource }: SeenCase,
    subscriptions: readonly SubscriptionRow[],
  ) {
    const open = subscriptions.filter(({ messageName }) => maySend(caller, messageName, resource));
    const byName = new Map(
      open.map(({ messageName, elementId }) => [
        messageName,
        definition.compiled.nodes[elementId]?.name ?? messageName,
      ]),
    );
    return [...byName].map(([name, title]) => ({ name, title }));
  }
}

const linkedViewOf = ({ id, number, title, status, relation }: Known<LinkedCaseRow>): LinkedCaseView => ({
  id,
  number,
  title,
  status,
  relation,
});

/** Whether the town may order a closed case to be taken up again. */
async function mayReopen(work: Work, caller: Caller, seen: SeenCase): Promise<boolean> {
  const reopening = reopeningOf(seen.definition.compiled);
  if (!reopening || !maySend(caller, 'town-order', seen.resource)) return false;
  return isClosedBy(await eventsToDecideBy(work, seen), reopening);
}
