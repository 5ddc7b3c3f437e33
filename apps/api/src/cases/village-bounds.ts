import type { EngineEvent } from '@wuqing/bpmn-engine';
import type { Caller } from '../access/caller.js';
import { denied } from '../http/problem.js';
import type { SeenCase } from '../visibility/case-reader.js';
import { isGivenUpByMessage, undoesWhatWasHeard } from './heard-outside.js';

/** The town answers for undoing what villagers said; a village, whose acts they object to, does not undo it itself. */
const isTown = (caller: Caller, { resource }: SeenCase): boolean => caller.may('case.override', resource);

export const mayEnd = (caller: Caller, seen: SeenCase): boolean =>
  caller.may('case.cancel', seen.resource) &&
  (isTown(caller, seen) || !isGivenUpByMessage(seen.definition.compiled));

export function requireEnding(caller: Caller, seen: SeenCase): void {
  if (!mayEnd(caller, seen))
    throw denied('村里不能直接终止该事项，可以撤回的请按流程提交撤回，其他情形请报镇领导决定。');
}

export const mayReturnTo = (
  caller: Caller,
  seen: SeenCase,
  events: readonly EngineEvent[],
  target: string,
): boolean => isTown(caller, seen) || !undoesWhatWasHeard(seen.definition.compiled, events, target);

export function requireReturn(
  caller: Caller,
  seen: SeenCase,
  events: readonly EngineEvent[],
  target: string,
): void {
  if (!mayReturnTo(caller, seen, events, target))
    throw denied('已经开始听取群众异议，村里不能退回到这一步，请报镇领导决定。');
}
