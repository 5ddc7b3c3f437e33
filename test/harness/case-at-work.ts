import { randomUUID } from 'node:crypto';
import { ServiceError, isGrpcServiceError } from '@temporalio/client';
import type { Command, ProcessInstanceState } from '@wuqing/bpmn-engine';
import type { Answer, Person } from '@wuqing/dev-runtime/drive';
import { required, type JsonObject } from '@wuqing/kernel';
import {
  commandUpdates,
  processInstanceQuery,
  workflowIdOf,
  type ProcessInstanceView,
} from '@wuqing/workflow-contracts';
import type { Product } from './product.js';
import { postForSure, steadfast } from './steadfast.js';
import { until } from './until.js';

const PATIENCE_MS = 60_000;

/** One case on the real servers, driven by what its own workflow says is open; elements are named by their ids. */
export class CaseAtWork {
  private constructor(
    private readonly product: Product,
    private readonly clerk: Person,
    readonly id: string,
  ) {}

  /** Starts a case of the process in the clerk's village. */
  static async begin(product: Product, clerk: Person, processKey: string): Promise<CaseAtWork> {
    const answer = await postForSure<{ case: { id: string } }>(clerk, '/api/cases', {
      processKey,
      unitId: clerk.me.positions[0]!.unitId,
      title: processKey,
    });
    return new CaseAtWork(product, clerk, answer.body.case.id);
  }

  /** A run that has just begun anew cannot be asked yet, nor can one whose worker is away. */
  view(): Promise<ProcessInstanceView> {
    const handle = this.product.client.workflow.getHandle(workflowIdOf(this.id));
    return until(PATIENCE_MS, () =>
      handle.query(processInstanceQuery).catch((error: unknown) => {
        if (isGrpcServiceError(error instanceof ServiceError ? error.cause : error)) return undefined;
        throw error;
      }),
    );
  }

  /** The key of what is open, waits or is stuck at this element, once there is one. */
  keyOf(elementId: string): Promise<string> {
    return until(PATIENCE_MS, async () => openIn((await this.view()).state).find(isVisitOf(elementId)));
  }

  /** The key under which this element is stuck, once it is. */
  incidentOf(elementId: string): Promise<string> {
    return until(PATIENCE_MS, async () =>
      Object.keys((await this.view()).state.incidents).find(isVisitOf(elementId)),
    );
  }

  /** The key of a looped activity as a whole. */
  async loopOf(elementId: string): Promise<string> {
    const { instances } = (await this.view()).state;
    return required(
      Object.keys(instances).find((key) => isVisitOf(elementId)(key) && instances[key]!.loop),
      `a loop of ${elementId}`,
    );
  }

  /** A user task, by the clerk over HTTP. */
  async complete(elementId: string, submission: JsonObject = {}): Promise<void> {
    await this.completeKey(await this.keyOf(elementId), submission);
  }

  private async completeKey(key: string, submission: JsonObject): Promise<void> {
    const answer = await this.submit(key, submission);
    if (answer?.status !== 200)
      throw new Error(`Expected ${key} to be completed, found ${JSON.stringify(answer)}`);
  }

  /** Whatever the API answers; undefined where no such task is known, here or in a called process. */
  async submit(key: string, submission: JsonObject): Promise<Answer | undefined> {
    const [row] = await this.product.query<{ id: string; rowVersion: number }>(
      `SELECT t.id, t.row_version AS "rowVersion" FROM user_task t JOIN process_instance c ON c.id = t.case_id
       WHERE (c.id = $1 OR c.root_id = $1) AND t.element_key = $2`,
      [this.id, key.slice(key.lastIndexOf('/') + 1)],
    );
    if (!row) return undefined;
    const body = { rowVersion: row.rowVersion, submission };
    return postForSure(this.clerk, `/api/user-tasks/${row.id}/completion`, body);
  }

  /** Moves the case through time until this timer has fired. */
  async pass(elementId: string): Promise<void> {
    const key = await this.keyOf(elementId);
    const timer = (await this.view()).state.timers[key]!;
    await this.product.fastForward(this.id, timer.dueAt + 1_000);
    await until(PATIENCE_MS, async () => ((await this.view()).state.timers[key] ? undefined : true));
  }

  /** What has no page: a command as the product's own senders give it to the workflow. */
  async command(command: Command): Promise<void> {
    const commandId = randomUUID();
    await steadfast(() =>
      this.product.client.workflow
        .getHandle(workflowIdOf(this.id))
        .executeUpdate(commandUpdates[command.type], {
          args: [{ commandId, actorId: 'system:test', command }],
          updateId: commandId,
        }),
    );
  }

  /** Until nothing of it runs any more. */
  async ended(): Promise<void> {
    await until(PATIENCE_MS, async () =>
      ['completed', 'terminated'].includes((await this.view()).state.status) ? true : undefined,
    );
  }
}

const isVisitOf = (elementId: string) => (key: string) => key.slice(0, key.lastIndexOf('#')) === elementId;

/** Keys of all that can be acted upon. */
export const openIn = (state: ProcessInstanceState): string[] => [
  ...state.userTasks,
  ...Object.keys(state.incidents),
  ...Object.keys(state.timers),
  ...Object.keys(state.subscriptions),
  ...Object.keys(state.signals ?? {}),
  ...Object.keys(state.services),
];
