import { Injectable } from '@nestjs/common';
import type { AuditEntry } from '@wuqing/audit';
import { maskFor } from '@wuqing/forms';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import type { JsonObject } from '@wuqing/kernel';
import {
  UnitOfWork,
  elementsByKey,
  personNames,
  type DeadlineRow,
  type FormVersion,
  type HistoryEntry,
  type SubmissionRow,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { dayOf } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { auditIn } from '../visibility/case-audit.js';
import { alertsIn, clocksOf, historyIn, noticesIn, submissionsIn } from '../visibility/case-records.js';
import { levelsOf } from '../user-tasks/levels-of.js';
import { urgesIn } from '../visibility/urge-records.js';
import { CaseReader, type SeenCase } from '../visibility/case-reader.js';
import { fieldOf } from './choices/variable-choices.js';
import type { TimelineItemView, TimelineView } from './dto/case-history.view.js';
import { journalItems, type ActRecord } from './timeline/journal-items.js';
import { termMoveItems } from './timeline/term-moves.js';
import type { TimelineField, TimelineItem } from './timeline/timeline-item.js';
import { alertItems, holderItems, noticeItems, urgeItems } from './timeline/watch-items.js';

/** The story of a case in sentences: what was done, what was due when, who was told. */
@Injectable()
export class ReadTimelineQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly definitions: DefinitionStore,
  ) {}

  async execute(caller: Caller, id: string): Promise<TimelineView> {
    return this.unitOfWork.run(caller.actor, async (work) =>
      this.of(work, caller, await this.cases.require(work, caller, id)),
    );
  }

  async of(work: Work, caller: Caller, seen: SeenCase): Promise<TimelineView> {
    const calendar = await this.definitions.workingCalendar();
    const read = await this.read(work, seen);
    const { history, alerts, notices, audit, names } = read;
    const process = seen.definition.compiled;
    const nameOf = await this.namesOf(history, process);
    const elementOf = elementsByKey(history.flatMap(({ events }) => events));
    const reading = {
      process,
      nameOf,
      elementOf,
      title: seen.row.title,
      calendar,
      clocks: byElementKey(read.clocks),
      fields: await this.visibleFields(caller, seen, read.submissions),
      acts: actsOf(audit, await this.definitions.formsOf(seen.definition)),
    };
    const items = [
      ...history.flatMap((entry) => journalItems(entry, reading)),
      ...holderItems(audit, reading, names),
      ...noticeItems(notices),
      ...alertItems(alerts),
      ...urgeItems(read.urges, seen.row.clockOffsetMs),
      ...termMoveItems(read.clocks, history),
    ].sort((a, b) => a.at - b.at);
    return { items: items.map((item) => viewOf(item, names)) };
  }

  /** Names by element id and by key of a visit; what the case's version no longer has is named by the one before. */
  private async namesOf(
    history: readonly HistoryEntry[],
    process: ExecutableProcess,
  ): Promise<(idOrKey: string) => string> {
    const elementOf = elementsByKey(history.flatMap(({ events }) => events));
    const left = history.flatMap(({ migratedFrom }) => migratedFrom ?? []).reverse();
    const older = await Promise.all(left.map((checksum) => this.definitions.definition(checksum)));
    const known = [process, ...older.map(({ compiled }) => compiled)];
    return (idOrKey) => {
      const id = idOrKey.includes('#') ? elementOf(idOrKey) : idOrKey;
      return known.find(({ nodes }) => Object.hasOwn(nodes, id))?.nodes[id]?.name ?? id;
    };
  }

  private async read(work: Work, seen: SeenCase) {
    const history = await historyIn(work, seen);
    const audit = await auditIn(work, seen);
    const actorIds = [
      ...history.map((entry) => entry.actorId),
      ...history.flatMap((entry) => entry.onBehalfOf),
      ...audit.map((entry) => entry.actorId),
      ...audit.flatMap(({ detail: { toPersonId } }) => (typeof toPersonId === 'string' ? toPersonId : [])),
    ];
    return {
      history,
      audit,
      submissions: await submissionsIn(work, seen),
      clocks: await clocksOf(work, seen),
      alerts: await alertsIn(work, seen),
      urges: await urgesIn(work, seen),
      notices: await noticesIn(work, seen),
      names: await personNames(work, [...new Set(actorIds)]),
    };
  }

  /** Fields of every submission that this reader may see, by the command that brought them. */
  private async visibleFields(
    caller: Caller,
    { row, resource }: SeenCase,
    submissions: readonly SubmissionRow[],
  ) {
    const levels = levelsOf(caller, resource);
    const fields = new Map<string, TimelineField[]>();
    for (const { definitionChecksum, formKey, commandId, data } of submissions) {
      const { callers, callKey } = row;
      const definition = await this.definitions.definitionOf({ definitionChecksum, callers, callKey });
      const form = await this.definitions.form(definition, formKey);
      if (!form) continue;
      const properties = (form.schema['properties'] ?? {}) as Record<string, JsonObject>;
      const shown = Object.entries(maskFor(form, data, levels));
      fields.set(
        commandId,
        shown.map(([key, value]) => ({ key, title: String(properties[key]?.['title'] ?? key), value })),
      );
    }
    return fields;
  }
}

/** By command, what the audit keeps beside the journal's facts; variables by the names that forms give them. */
function actsOf(entries: readonly AuditEntry[], forms: readonly FormVersion[]): Map<string, ActRecord> {
  return new Map(
    entries.flatMap(({ detail: { commandId, reason, variables } }) => {
      if (typeof commandId !== 'string') return [];
      const mended = Array.isArray(variables)
        ? variables.map((name) => fieldOf(forms, String(name)).title)
        : [];
      return [[commandId, { ...(typeof reason === 'string' && { reason }), mended }] as const];
    }),
  );
}

function byElementKey(clocks: readonly DeadlineRow[]): ReadonlyMap<string, readonly DeadlineRow[]> {
  const found = new Map<string, DeadlineRow[]>();
  for (const clock of clocks) found.set(clock.elementKey, [...(found.get(clock.elementKey) ?? []), clock]);
  return found;
}

const standsIn = (ids: readonly string[], names: ReadonlyMap<string, string>): string =>
  ids.length === 0 ? '' : `代${ids.flatMap((id) => names.get(id) ?? []).join('、')}办理`;

function viewOf(
  { at, kind, text, elementId, isLate, actorId, onBehalfOf = [], detail, fields }: TimelineItem,
  names: ReadonlyMap<string, string>,
): TimelineItemView {
  const name = actorId === null ? undefined : names.get(actorId);
  return {
    at: new Date(at).toISOString(),
    on: dayOf(at),
    kind,
    text,
    elementId: elementId ?? null,
    isLate: isLate ?? false,
    actor: actorId !== null && name !== undefined ? { id: actorId, name } : null,
    detail: [standsIn(onBehalfOf, names), detail].filter((part) => part).join('；') || null,
    ...(fields && fields.length > 0 ? { fields: [...fields] } : {}),
  };
}
