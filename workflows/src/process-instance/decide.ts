import {
  advance,
  evolveAll,
  type Command,
  type Effect,
  type EngineContext,
  type EngineEvent,
  type InvokeServiceTask,
  type ProcessInstanceState,
  type Rejection,
} from '@wuqing/bpmn-engine';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { ok, type JsonObject, type Result } from '@wuqing/kernel';

/** A pure function of our own libraries behind a task type `wuqing.<name>`. */
export type LaneService = (inputs: JsonObject) => Result<JsonObject, string>;

export interface Decision {
  readonly events: readonly EngineEvent[];
  /** Without the lane's own service tasks, which are done already. */
  readonly effects: readonly Effect[];
  readonly state: ProcessInstanceState;
}

/**
 * One turn of the lane: the command, and in the same entry every `wuqing.*` service task that it reaches. Pure, so the
 * update's validator may ask the same question before anything is written to the history.
 */
export function decide(
  process: ExecutableProcess,
  state: ProcessInstanceState,
  command: Command,
  context: EngineContext,
  services: Readonly<Record<string, LaneService>>,
): Result<Decision, Rejection> {
  const events: EngineEvent[] = [];
  const effects: Effect[] = [];
  const commands: Command[] = [command];
  let current = process;
  let reached = state;
  for (let next = commands.shift(); next; next = commands.shift()) {
    const step = advance(current, reached, next, context);
    if (!step.ok) return step;
    reached = evolveAll(reached, step.value.events);
    if (next.type === 'MigrateProcessInstance') current = context.migrateTo ?? current;
    events.push(...step.value.events);
    for (const effect of step.value.effects) {
      if (runsInLane(effect)) commands.push(resultOf(effect, services));
      else effects.push(effect);
    }
  }
  return ok({ events, effects, state: reached });
}

const runsInLane = (effect: Effect): effect is InvokeServiceTask =>
  effect.type === 'InvokeServiceTask' && effect.taskType.startsWith('wuqing.');

function resultOf(effect: InvokeServiceTask, services: Readonly<Record<string, LaneService>>): Command {
  const { serviceTask } = effect;
  const service = services[effect.taskType];
  if (!service)
    return { type: 'FailServiceTask', serviceTask, message: `Expected a service named ${effect.taskType}` };
  const result = service(effect.inputs);
  return result.ok
    ? { type: 'CompleteServiceTask', serviceTask, variables: result.value }
    : { type: 'FailServiceTask', serviceTask, message: result.error };
}
