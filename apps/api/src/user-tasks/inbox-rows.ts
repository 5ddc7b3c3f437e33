import { Injectable } from '@nestjs/common';
import { mayRead, stricterOf, type Confidentiality } from '@wuqing/access';
import { required } from '@wuqing/kernel';
import type { InboxRow, ObjectionMark, ProcessDefinitionVersion, Statements } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { shownMoment } from '../http/shown-moment.js';
import { Clock } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { PersonNames } from '../platform/person-names.js';
import { stepLevelOf } from '../platform/process-facts.js';
import type { Known } from '../visibility/known.js';
import { VisibleObjections } from '../visibility/visible-objections.js';
import { isAddressedTo } from '../visibility/resources.js';
import { BulkApprovals } from './bulk-approvals.js';
import type { InboxRowView } from './dto/user-task.view.js';
import { answersOutsiders, flagsOf } from './row-flags.js';
import { taskBadgeOf } from './user-task-view-of.js';

/** By a step's id, what it answers. */
export type HeardByStep = ReadonlyMap<string, Known<ObjectionMark>>;

/** How rows of lists look to whoever asks. */
@Injectable()
export class InboxRows {
  constructor(
    private readonly definitions: DefinitionStore,
    private readonly approvals: BulkApprovals,
    private readonly names: PersonNames,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
    private readonly objections: VisibleObjections,
  ) {}

  /** What opened those of these steps that answer villagers: their notice and their case are the same for all of them. */
  async heardBy(work: Statements, rows: readonly Known<InboxRow>[]): Promise<HeardByStep> {
    const definitionOf = await this.definitions.definitionsOf(rows);
    return this.objections.behind(
      work,
      rows.filter((row) => answersOutsiders(row, definitionOf(row))),
    );
  }

  /** All that is looked up for these rows, once. */
  async shownTo(
    caller: Caller,
    rows: readonly Known<InboxRow>[],
    heard: HeardByStep,
  ): Promise<(row: Known<InboxRow>) => InboxRowView> {
    const calendar = await this.definitions.workingCalendar();
    const now = this.clock.now();
    const unitNames = await this.units.names(rows.map(({ unitId }) => unitId));
    const definitionOf = await this.definitions.definitionsOf(rows);
    const bulkOf = await this.approvals.ofRows(rows, definitionOf);
    const actors = new Map(rows.map((row) => [row.id, caller.onBehalfOf(isAddressedTo(row.candidates))]));
    const names = await this.names.of([...new Set([...actors.values()].flat())]);
    return (row) => {
      const definition = definitionOf(row);
      const actingFor = (actors.get(row.id) ?? []).map((id) => names.get(id) ?? id);
      return viewOf(row, {
        personId: caller.personId,
        processName: definition.name,
        unitName: required(unitNames.get(row.unitId), `unit ${row.unitId}`),
        clock: taskBadgeOf(row, now, calendar),
        flags: flagsOf(row, definition, { actingFor, heard: heard.get(row.id) }),
        actingFor,
        summary: factsFor(caller, row, definition),
        bulk: bulkOf(row),
      });
    };
  }
}

type LookedUp = Pick<
  InboxRowView,
  'processName' | 'unitName' | 'clock' | 'flags' | 'actingFor' | 'summary' | 'bulk'
> & {
  readonly personId: string;
};

/** All of it said at once: an object that grows by being spread takes several times the room, and a page has many. */
const viewOf = (row: Known<InboxRow>, seen: LookedUp): InboxRowView => ({
  id: row.id,
  name: row.name,
  elementId: row.elementId,
  state: row.state,
  caseId: row.caseId,
  caseNumber: row.caseNumber,
  caseTitle: row.caseTitle,
  processKey: row.processKey,
  processName: seen.processName,
  unitId: row.unitId,
  unitName: seen.unitName,
  assigneeId: row.assigneeId,
  assigneeName: row.assigneeName,
  mine: row.assigneeId === seen.personId,
  rowVersion: row.rowVersion,
  createdAt: shownMoment(row.createdAt),
  clock: seen.clock,
  read: row.isRead,
  flags: seen.flags,
  actingFor: seen.actingFor as string[],
  heldBy: row.assigneeId === seen.personId ? null : row.assigneeName,
  amountFen: seen.summary.at(-1)?.amountFen ?? null,
  summary: seen.summary,
  bulk: seen.bulk,
  endedAt: row.endedAt === null ? null : shownMoment(row.endedAt),
});

/** What the caller may read of the sums that steps have stated. A field is as closed as its step, or further. */
function factsFor({ access }: Caller, { unitId, facts }: InboxRow, { compiled }: ProcessDefinitionVersion) {
  const level = (fact: InboxRow['facts'][number]): Confidentiality =>
    stricterOf(stepLevelOf(compiled, fact.elementId), fact.level as Confidentiality);
  if (facts.length === 0) return [];
  return facts
    .filter((fact) => mayRead(level(fact), access, { unitId }))
    .map(({ title, amountFen }) => ({ title, amountFen }));
}
