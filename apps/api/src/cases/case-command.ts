import type { ActorPosition } from '@wuqing/access';
import type { Command } from '@wuqing/bpmn-engine';
import type { JsonObject } from '@wuqing/kernel';
import type { NewCommand } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { bodyHashOf, commandIdOf } from '../platform/fingerprint.js';
import type { SeenCase } from './case-reader.js';

export interface CaseRequest {
  /** Last part of the address, which the key belongs to. */
  readonly resource: 'messages' | 'return' | 'cancellation';
  readonly key: string;
  readonly body: object;
}

export const caseCommandId = (caller: Caller, caseId: string, { resource, key }: CaseRequest): string =>
  commandIdOf(caller.personId, `cases/${caseId}/${resource}`, key);

type Gives = (position: ActorPosition) => boolean;

/**
 * The command row of a request about a whole case; `content` is what was sent, whole, and stays in the row;
 * `gives`: the positions that give the caller the act, where not every one of the unit does.
 */
export const caseCommand = (
  caller: Caller,
  { row }: SeenCase,
  request: CaseRequest,
  command: Command,
  { content, gives = () => true }: { readonly content?: JsonObject; readonly gives?: Gives } = {},
): NewCommand => ({
  id: caseCommandId(caller, row.id, request),
  caseId: row.id,
  unitId: row.unitId,
  actorId: caller.personId,
  kind: command.type,
  body: {
    command,
    ...(content !== undefined && { submission: content }),
    onBehalfOf: caller.onBehalfOf((position) => position.reach.includes(row.unitId) && gives(position)),
  },
  bodyHash: bodyHashOf({ ...request.body }),
  userTaskId: null,
  taskRowVersion: null,
});
