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
  type ServiceAnswer,
  type ServiceQuestion,
  type ServiceResult,
} from '@wuqing/bpmn-engine';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { canonicalJson, ok, type JsonObject, type Ok, type Result } from '@wuqing/kernel';

/** A pure function of our own libraries behind a task type `wuqing.<name>`. */
export type LaneService = (inputs: JsonObject) => Result<JsonObject, string>;

/** How a turn of the lane performs the service tasks `wuqing.*`. */
export interface LaneServices {
  readonly pure: Readonly<Record<string, LaneService>>;
  /** Whether only the entry's own transaction can answer: it is asked before, and `answers` are what it said. */
  readonly isAsked: (taskType: string) => boolean;
  readonly answers: readonly ServiceAnswer[];
}

/** The turn cannot go on before this is answered. */
export interface OpenQuestion {
  readonly question: ServiceQuestion;
}

export interface Decision {
  readonly events: readonly EngineEvent[];
  /** Without the lane's own service tasks, which are done already. */
  readonly effects: readonly Effect[];
  readonly state: ProcessInstanceState;
  /** The answers that it was decided by, in their order. */
  readonly answers: readonly ServiceAnswer[];
}

export type Decided = Result<Decision, Rejection> | Ok<OpenQuestion>;

export const isOpen = (decided: Decided): decided is Ok<OpenQuestion> =>
  decided.ok && 'question' in decided.value;

/**
 * One turn of the lane: the command, and in the same entry every `wuqing.*` service task that it reaches. Pure, so the
 * update's validator may ask the same question before anything is written to the history. An open question where a service
 * task has no answer yet.
 */
export function decide(
  process: ExecutableProcess,
  state: ProcessInstanceState,
  command: Command,
  context: EngineContext,
  services: LaneServices,
): Decided {
  const answers: ServiceAnswer[] = [];
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
      if (!runsInLane(effect)) {
        effects.push(effect);
        continue;
      }
      if (!services.isAsked(effect.taskType)) {
        commands.push(commandOf(effect, resultOf(effect, services.pure)));
        continue;
      }
      const answer = answerTo(effect, services.answers);
      if (!answer) return ok({ question: questionOf(effect) });
      answers.push(answer);
      commands.push(commandOf(effect, answer.result));
    }
  }
  return ok({ events, effects, state: reached, answers });
}

const runsInLane = (effect: Effect): effect is InvokeServiceTask =>
  effect.type === 'InvokeServiceTask' && effect.taskType.startsWith('wuqing.');

const questionOf = ({ serviceTask, taskType, inputs }: InvokeServiceTask): ServiceQuestion => ({
  serviceTask,
  taskType,
  inputs,
});

/** On another way the same key may bear another question. */
const answerTo = (
  { serviceTask, taskType, inputs }: InvokeServiceTask,
  answers: readonly ServiceAnswer[],
): ServiceAnswer | undefined =>
  answers.find(
    (answer) =>
      answer.serviceTask === serviceTask &&
      answer.taskType === taskType &&
      canonicalJson(answer.inputs) === canonicalJson(inputs),
  );

function resultOf(effect: InvokeServiceTask, services: LaneServices['pure']): ServiceResult {
  const service = services[effect.taskType];
  if (!service) return unserved(effect);
  const result = service(effect.inputs);
  return result.ok ? { kind: 'done', variables: result.value } : { kind: 'failed', message: result.error };
}

export const unserved = ({ taskType }: Pick<ServiceQuestion, 'taskType'>): ServiceResult => ({
  kind: 'failed',
  message: `Expected a service named ${taskType}`,
});

function commandOf({ serviceTask }: InvokeServiceTask, result: ServiceResult): Command {
  if (result.kind === 'done')
    return { type: 'CompleteServiceTask', serviceTask, variables: result.variables };
  const { message } = result;
  return result.kind === 'failed'
    ? { type: 'FailServiceTask', serviceTask, message }
    : { type: 'ThrowServiceError', serviceTask, errorCode: result.errorCode, message, variables: {} };
}
