import {
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  isCancellation,
  proxyActivities,
} from '@temporalio/workflow';
import type { Command, Effect, InvokeServiceTask } from '@wuqing/bpmn-engine';
import type { JsonObject } from '@wuqing/kernel';
import { serviceTaskQueue } from '@wuqing/workflow-contracts';

type ServiceResult = Extract<Command, { type: 'CompleteServiceTask' | 'FailServiceTask' }>;

/** An unserved type times out into an incident rather than waiting for ever. */
const SCHEDULE_TO_CLOSE = '10m';

/** Service tasks in flight on `service-<town>`: only the mapped inputs leave the case. */
export class ServiceCalls {
  private readonly scopes = new Map<string, CancellationScope>();

  constructor(private readonly answer: (command: ServiceResult) => Promise<unknown>) {}

  perform(effect: Effect): void {
    if (effect.type === 'InvokeServiceTask') this.invoke(effect);
    if (effect.type === 'CancelServiceTask') this.scopes.get(effect.serviceTask)?.cancel();
  }

  get inFlight(): number {
    return this.scopes.size;
  }

  private invoke(effect: InvokeServiceTask): void {
    const scope = new CancellationScope();
    this.scopes.set(effect.serviceTask, scope);
    void scope.run(() => this.call(effect));
  }

  private async call(effect: InvokeServiceTask): Promise<void> {
    const { serviceTask } = effect;
    try {
      const variables = await activityOf(effect)(effect.inputs);
      await this.answer({ type: 'CompleteServiceTask', serviceTask, variables: variables ?? {} });
    } catch (error) {
      if (!isCancellation(error))
        await this.answer({ type: 'FailServiceTask', serviceTask, message: reasonOf(error) });
    } finally {
      this.scopes.delete(serviceTask);
    }
  }
}

function activityOf({
  taskType,
  retries,
}: InvokeServiceTask): (inputs: JsonObject) => Promise<JsonObject | undefined> {
  const taskQueue = serviceTaskQueue(taskType.slice(0, taskType.indexOf('.')));
  const activities = proxyActivities<Record<string, (inputs: JsonObject) => Promise<JsonObject | undefined>>>(
    {
      taskQueue,
      scheduleToCloseTimeout: SCHEDULE_TO_CLOSE,
      startToCloseTimeout: '1m',
      retry: { maximumAttempts: retries },
    },
  );
  return activities[taskType]!;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof ActivityFailure)) throw error;
  return error.cause instanceof ApplicationFailure
    ? error.cause.message
    : `Expected an answer within ${SCHEDULE_TO_CLOSE}`;
}
