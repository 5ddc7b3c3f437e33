import { Injectable } from '@nestjs/common';
import { isWalled } from '@wuqing/access';
import {
  findPersonalNotification,
  listPersonalNotifications,
  type DigestRow,
  type PaperNotificationRow,
  type PersonalNotificationRow,
  type StepNotificationRow,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { shownMoment } from '../http/shown-moment.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { stepLevelOf } from '../platform/process-facts.js';
import { asKnown, type Known } from './known.js';
import { knownPage, type KnownRows } from './known-page.js';
import { circleIn, holdersFrom, taskResource } from './resources.js';

/** What a person was told, and whether there is something for him to do about it. */
export type ToldToCaller =
  | ((StepNotificationRow | PaperNotificationRow) & { readonly isToDo: boolean })
  | (DigestRow & { readonly isToDo: false });

interface Asked {
  readonly after: readonly [string, string] | undefined;
  readonly limit: number;
  /** 要办的, or 通知; both where nothing is said. */
  readonly kind?: 'to-do' | 'info';
  readonly unreadOnly?: boolean;
}

export interface UnreadCount {
  readonly total: number;
  readonly toDo: number;
  /** Whether there are more than were counted. */
  readonly isMore: boolean;
}

/** So many are counted; a mark that says more tells nobody anything. */
const COUNTED_MAX = 99;
const CALLS_FOR_WORK = new Set(['service-level-warn', 'service-level-due', 'urged', 'handed-over']);

/** What the caller was told, as far as he may know of it today: who has left a seat is told of its cases no more. */
@Injectable()
export class VisibleNotifications {
  constructor(private readonly definitions: DefinitionStore) {}

  /** The newest first. */
  page(work: Work, caller: Caller, asked: Asked): Promise<KnownRows<ToldToCaller>> {
    const { after, limit, kind, unreadOnly = false } = asked;
    const scope = { personId: caller.personId, unreadOnly };
    return knownPage({
      after,
      limit,
      rowsAfter: async (place, count) => {
        const rows = await listPersonalNotifications(work, { ...scope, after: place, limit: count });
        return Promise.all(rows.map((row) => this.toldTo(caller, row)));
      },
      placeOf: (row) => [shownMoment(row.createdAt), row.id] as const,
      mayKnow: async (row) =>
        (kind === undefined || row.isToDo === (kind === 'to-do')) && (await this.mayKnow(caller, row)),
    });
  }

  /** Undefined as well where there is none. */
  async find(work: Work, caller: Caller, id: string): Promise<Known<ToldToCaller> | undefined> {
    const row = await findPersonalNotification(work, caller.personId, id);
    if (row === undefined || !(await this.mayKnow(caller, row))) return undefined;
    return asKnown(await this.toldTo(caller, row));
  }

  async unread(work: Work, caller: Caller): Promise<UnreadCount> {
    const asked = { after: undefined, limit: COUNTED_MAX, unreadOnly: true };
    const { rows, next } = await this.page(work, caller, asked);
    return {
      total: rows.length,
      toDo: rows.filter(({ isToDo }) => isToDo).length,
      isMore: next !== undefined,
    };
  }

  private async toldTo(caller: Caller, row: PersonalNotificationRow): Promise<ToldToCaller> {
    if (row.caseId === null)
      return row.paper === null ? { ...row, isToDo: false } : { ...row, isToDo: row.paper.waits };
    if (!row.isTaskOpen || !CALLS_FOR_WORK.has(row.template)) return { ...row, isToDo: false };
    const resource = taskResource(row.step, await this.definitions.definitionOf(row.step));
    return { ...row, isToDo: caller.may('user-task.complete', resource) };
  }

  /** As of an alert: what was told to a seat is its holder's, of a closed step its readers' alone. */
  private async mayKnow(caller: Caller, row: PersonalNotificationRow): Promise<boolean> {
    if (row.caseId === null) return row.paper === null || sitsIn(caller, row);
    const { step, unitId, recipientPosition: positionKey, recipientUnitId } = row;
    const definition = await this.definitions.definitionOf(step);
    const level = stepLevelOf(definition.compiled, step.elementId);
    if (positionKey === null || recipientUnitId === null || isWalled(level))
      return caller.may('user-task.read', taskResource(step, definition));
    return caller.may('alert.read', {
      unitId,
      level,
      ...circleIn(step),
      holders: holdersFrom([{ positionKey, unitId: recipientUnitId }]),
    });
  }
}

/** A paper is told to a seat; a digest counts the caller's own work. */
const sitsIn = (caller: Caller, { recipientPosition, recipientUnitId }: PaperNotificationRow): boolean =>
  caller
    .addressed()
    .some(({ positionKey, unitId }) => positionKey === recipientPosition && unitId === recipientUnitId);
