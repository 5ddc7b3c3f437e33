import {
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  isCancellation,
  proxyActivities,
} from '@temporalio/workflow';
import type { Command, Effect, InvokeServiceTask, Rejection } from '@wuqing/bpmn-engine';
import type { Json, JsonObject } from '@wuqing/kernel';
import { UNREADABLE_ANSWER, serviceActivityId, serviceTaskQueue } from '@wuqing/workflow-contracts';

type ServiceResult = Extract<Command, { type: 'CompleteServiceTask' | 'FailServiceTask' }>;

export interface ServiceCallOptions {
  /** From the call to the last answer, retries and all; then it is an incident rather than a wait for ever. */
  readonly answerWithinMs: number;
  /** Records what came of a call; answers with the refusal where there is one. */
  readonly settle: (commandId: string, command: ServiceResult) => Promise<Rejection | undefined>;
}

/** One attempt; a service that needs longer answers in two steps. */
const ATTEMPT = '1m';
/** What a town's worker says of its failure goes into the incident, and so into the state. */
const REASON_CHARACTERS_MAX = 500;

/** Service tasks in flight on `service-<town>`: only the mapped inputs leave the case. */
export class ServiceCalls {
  private readonly scopes = new Map<string, CancellationScope>();

  constructor(private readonly options: ServiceCallOptions) {}

  /** `position` of the effect's entry tells the calls of one service task from each other: an incident retries it. */
  perform(effect: Effect, position: number): void {
    if (effect.type === 'InvokeServiceTask') this.invoke(effect, position);
    if (effect.type === 'CancelServiceTask') this.scopes.get(effect.serviceTask)?.cancel();
  }

  get inFlight(): number {
    return this.scopes.size;
  }

  private invoke(effect: InvokeServiceTask, position: number): void {
    const scope = new CancellationScope();
    this.scopes.set(effect.serviceTask, scope);
    void this.call(effect, position, scope).finally(() => this.forget(effect.serviceTask, scope));
  }

  private forget(serviceTask: string, scope: CancellationScope): void {
    if (this.scopes.get(serviceTask) === scope) this.scopes.delete(serviceTask);
  }

  private async call(effect: InvokeServiceTask, position: number, scope: CancellationScope): Promise<void> {
    const { serviceTask } = effect;
    const result = await this.resultOf(effect, scope);
    if (!result) return;
    const { settle } = this.options;
    const commandId = `service:${serviceTask}@${position}`;
    const rejection = await settle(commandId, result);
    if (!rejection || rejection.code === 'not-active') return;
    await settle(`${commandId}:refused`, {
      type: 'FailServiceTask',
      serviceTask,
      message: rejection.message,
    });
  }

  /** Undefined where the call was cancelled: nobody waits for its answer. */
  private async resultOf(
    effect: InvokeServiceTask,
    scope: CancellationScope,
  ): Promise<ServiceResult | undefined> {
    const { serviceTask } = effect;
    try {
      const variables = variablesOf(await scope.run(() => this.ask(effect)));
      return variables
        ? { type: 'CompleteServiceTask', serviceTask, variables }
        : { type: 'FailServiceTask', serviceTask, message: unusable(effect) };
    } catch (error) {
      if (isCancellation(error)) return undefined;
      return { type: 'FailServiceTask', serviceTask, message: this.reasonOf(error, effect) };
    }
  }

  private ask({ taskType, retries, serviceTask, inputs }: InvokeServiceTask): Promise<Json | undefined> {
    const town = townOf(taskType);
    const activities = proxyActivities<Record<string, (inputs: JsonObject) => Promise<Json | undefined>>>({
      activityId: serviceActivityId(town, serviceTask),
      taskQueue: serviceTaskQueue(town),
      scheduleToCloseTimeout: this.options.answerWithinMs,
      startToCloseTimeout: ATTEMPT,
      retry: { maximumAttempts: Math.max(1, retries) },
    });
    return activities[taskType]!(inputs);
  }

  private reasonOf(error: unknown, { taskType }: InvokeServiceTask): string {
    if (!(error instanceof ActivityFailure)) throw error;
    return error.cause instanceof ApplicationFailure
      ? error.cause.message.slice(0, REASON_CHARACTERS_MAX)
      : `Expected an answer of ${taskType} within ${this.options.answerWithinMs / 1_000} s`;
  }
}

const townOf = (taskType: string): string => taskType.slice(0, taskType.indexOf('.'));

/** Nothing is no variable; a list, a text or an unreadable answer is no answer. */
function variablesOf(answer: Json | undefined): JsonObject | undefined {
  if (answer === undefined || answer === null) return {};
  if (typeof answer !== 'object' || Array.isArray(answer)) return undefined;
  const variables = answer as JsonObject;
  return Object.hasOwn(variables, UNREADABLE_ANSWER) ? undefined : variables;
}

const unusable = ({ taskType }: InvokeServiceTask): string =>
  `Expected ${taskType} to answer with an object of variables, sealed under the key of its queue`;
