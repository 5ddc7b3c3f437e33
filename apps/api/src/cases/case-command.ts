import type { ActorPosition } from '@wuqing/access';
import type { Command } from '@wuqing/bpmn-engine';
import type { JsonObject } from '@wuqing/kernel';
import type { NewCommand } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { bodyHashOf, commandIdOf } from '../platform/fingerprint.js';
import type { SeenCase } from '../visibility/case-reader.js';

export interface CaseRequest {
  /** Last part of the address, which the key belongs to. */
  readonly resource:
    | 'messages'
    | 'return'
    | 'cancellation'
    | 'suspension'
    | 'resumption'
    | 'incident-resolution'
    | 'skip'
    | 'modification'
    | 'member-addition'
    | 'member-removal'
    | 'step-activation'
    | 'migration';
  readonly key: string;
  readonly body: object;
}

export const caseCommandId = (caller: Caller, caseId: string, { resource, key }: CaseRequest): string =>
  commandIdOf(caller.personId, `cases/${caseId}/${resource}`, key);

export interface CaseCommandOptions {
  /** What was sent, whole; it stays in the row. */
  readonly content?: JsonObject;
  /** Of a migration: the checksum of the version by which the case goes on. */
  readonly migrateTo?: string;
  /** For the audit, where the command itself has no place for it. */
  readonly reason?: string;
  /** The positions that give the caller the act, where not every one of the unit does. */
  readonly gives?: (position: ActorPosition) => boolean;
}

/**
 * The command row of a request about a whole case.
 */
export const caseCommand = (
  caller: Caller,
  { row }: SeenCase,
  request: CaseRequest,
  command: Command,
  { content, migrateTo, reason, gives = () => true }: CaseCommandOptions = {},
): NewCommand => ({
  id: caseCommandId(caller, row.id, request),
  caseId: row.id,
  unitId: row.unitId,
  actorId: caller.personId,
  kind: command.type,
  body: {
    command,
    ...(content !== undefined && { submission: content }),
    ...(reason !== undefined && { reason }),
    ...(migrateTo !== undefined && { migrateTo }),
    onBehalfOf: caller.onBehalfOf((position) => position.reach.includes(row.unitId) && gives(position)),
  },
  bodyHash: bodyHashOf({ ...request.body }),
  userTaskId: null,
  taskRowVersion: null,
});
