import type { ExecutableProcess, TimerDefinition } from '@wuqing/bpmn-model';
import { err, ok, type Instant, type Result } from '@wuqing/kernel';
import { dueOf, nextFiring } from './catch-event.js';
import type { EngineContext } from '../context.js';
import { rootKeyOf } from '../element-instance-key.js';
import { textOf } from '../variables/evaluate-in-scope.js';
import { initialState } from '../evolve/evolve.js';
import type { TimerRepeat } from '../state.js';

/** When a timer start event starts an instance next. Plain JSON. */
export interface StartTimer {
  readonly dueAt: Instant;
  readonly repeat?: TimerRepeat;
}

/**
 * The first firing of a timer start event (BPMN 2.0.2 table 10.93), counted from `context.now`, the moment at which the
 * process came in force. Its expression sees no variables: there is no instance yet.
 */
export function firstStart(
  process: ExecutableProcess,
  definition: TimerDefinition,
  context: EngineContext,
): Result<StartTimer, string> {
  const view = { process, state: initialState(), context };
  const text = textOf(view, definition.value, rootKeyOf(process));
  if (!text.ok) return err(text.error.message);
  const due = dueOf(view, definition.timer, text.value, true);
  return due ? ok(due) : err(`Expected a ${definition.timer} timer, found "${text.value}"`);
}

/** The firing after one that was due, counted from that one; undefined where it was the last. */
export const followingStart = (timer: StartTimer, timeZone: string): StartTimer | undefined =>
  nextFiring({ ...timer, elementId: '' }, timeZone);
