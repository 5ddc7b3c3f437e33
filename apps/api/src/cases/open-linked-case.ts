import type { ActorPosition } from '@wuqing/access';
import type { JsonObject } from '@wuqing/kernel';
import {
  findCommand,
  namesReadBy,
  rollOf,
  type NewCommand,
  type ProcessDefinitionVersion,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { dayOf } from '../platform/clock.js';
import { bodyHashOf, commandIdOf } from '../platform/fingerprint.js';
import { readVariables } from '../platform/process-facts.js';
import type { SeenCase } from '../visibility/case-reader.js';
import { openCase } from './open-case.js';

/** What asks that a linked case come out of one. */
export interface LinkedCaseOrder {
  /** Last part of the address, which the key belongs to. */
  readonly resource: 'reopening' | 'restart' | 'supervision-orders';
  readonly key: string;
  readonly body: object;
  /** Steps that it starts at; without them at its start event. */
  readonly startAt?: readonly string[];
  /** What the command row keeps beside the command. */
  readonly kept: { readonly reason?: string; readonly submission?: JsonObject };
  /** The positions that give the caller the act, where not every one of the unit does. */
  readonly gives?: (position: ActorPosition) => boolean;
  /** Its own title; the first case's where it is left out. */
  readonly title?: string;
  /** Of an order: the term that it is about. */
  readonly clockId?: string | null;
  /** What else belongs to its opening, once its row is there; with its number where it is an order. */
  readonly opened?: (caseId: string, orderNumber: string | undefined) => Promise<void>;
  /** Refuses, or says by which version it goes on; asked once, not by a retry. */
  readonly beginning: () => Promise<Beginning>;
}

export interface Beginning {
  readonly definition: ProcessDefinitionVersion;
  /** Variables that the new case may know, of which it gets what its expressions read. */
  readonly knows: JsonObject;
  /** For the first entry of its audit: where it goes on. */
  readonly detail: JsonObject;
}

/**
 * Opens a case that comes out of `seen`, in its village, under its title and in its time, and gives the command that
 * starts it. Command and case have ids of the request's own: a retry finds both and opens nothing.
 *
 * `now`: epoch ms, the real time.
 */
export async function openLinkedCase(
  work: Work,
  caller: Caller,
  { row }: SeenCase,
  order: LinkedCaseOrder,
  now: number,
): Promise<NewCommand> {
  const { key, body, startAt, kept, clockId, gives = () => true } = order;
  const { unitId } = row;
  const path = `cases/${row.id}/${order.resource}`;
  const id = commandIdOf(caller.personId, path, key);
  const caseId = commandIdOf(caller.personId, `${path}/case`, key);
  const isKnown = (await findCommand(work, id)) !== undefined;
  const startedAt = now + row.clockOffsetMs;
  const title = order.title ?? row.title;
  const begins = { caseId, firstCaseId: row.id, startedAt, startedBy: caller.personId };
  const facts = { ...row, ...begins, title, ...(clockId !== undefined && { clockId }) };
  const variables = isKnown ? {} : await open(work, facts, order);
  return {
    id,
    caseId,
    unitId,
    actorId: caller.personId,
    kind: 'StartProcessInstance',
    body: {
      command: { type: 'StartProcessInstance', variables, ...(startAt && { startAt }) },
      ...kept,
      onBehalfOf: caller.onBehalfOf((position) => position.reach.includes(unitId) && gives(position)),
    },
    bodyHash: bodyHashOf({ ...body }),
    userTaskId: null,
    taskRowVersion: null,
  };
}

type Facts = Omit<Parameters<typeof openCase>[1], 'definition'> & { readonly firstCaseId: string };

/** The case's row; returns the variables that it starts with. */
async function open(
  work: Work,
  facts: Facts,
  { beginning, opened }: Pick<LinkedCaseOrder, 'beginning' | 'opened'>,
): Promise<JsonObject> {
  const { caseId, unitId, startedAt, firstCaseId } = facts;
  const { definition, knows, detail } = await beginning();
  const orderNumber = await openCase(work, { ...facts, definition }, { firstCaseId, ...detail });
  await opened?.(caseId, orderNumber);
  const roll = await rollOf(work, unitId, dayOf(startedAt));
  return readVariables(await namesReadBy(work, definition), { ...knows, caseId, unitId, roll });
}
