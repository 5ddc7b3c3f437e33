import { randomUUID } from 'node:crypto';
import { WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import type { Command, ProcessInstanceState } from '@wuqing/bpmn-engine';
import type { Person } from '@wuqing/dev-runtime/drive';
import type { JsonObject } from '@wuqing/kernel';
import type { DrawnProcess } from '@wuqing/testing';
import { commandOf, nextToFinish, type Move, type Scene } from '../fuzz/random.js';
import { CaseAtWork } from '../harness/case-at-work.js';
import type { Product } from '../harness/product.js';
import { steadfast } from '../harness/steadfast.js';
import { until } from '../harness/until.js';

const PATIENCE_MS = 60_000;
/** What comes by way of a courier, a router or a service is waited for as long as this, then something else is done. */
const HEARD_WITHIN_MS = 500;
const TURNS_MAX = 200;

export interface Hands {
  readonly product: Product;
  readonly clerk: Person;
  /** Who may broadcast. */
  readonly head: Person;
}

/** A case of a drawn process on the real servers: each command comes the way that it comes in the product. */
export class RandomCase {
  private constructor(
    private readonly hands: Hands,
    private readonly drawn: DrawnProcess,
    private readonly it: CaseAtWork,
  ) {}

  static async begin(hands: Hands, drawn: DrawnProcess): Promise<RandomCase> {
    const it = await CaseAtWork.begin(hands.product, hands.clerk, drawn.process.key);
    return new RandomCase(hands, drawn, it);
  }

  get id(): string {
    return this.it.id;
  }

  async play(move: Move): Promise<void> {
    const scene = await this.scene();
    if (scene.state.status === 'running') await this.perform(commandOf(scene, move), scene.state);
  }

  /** Does what is open until it has ended; cases beside it may still send it messages and signals meanwhile. */
  async finish(): Promise<void> {
    for (let turn = 0; turn < TURNS_MAX; turn += 1) {
      const { position } = await this.it.view();
      const scene = await this.scene();
      if (scene.state.status !== 'running') return this.it.ended();
      const command = nextToFinish(scene, turn);
      if (command) await this.perform(command, scene.state);
      await this.movedOn(position);
    }
    throw new Error(`Expected ${this.id} to end, found ${JSON.stringify((await this.it.view()).state)}`);
  }

  private async scene(): Promise<Scene> {
    const { process, calledProcesses } = this.drawn;
    return { process, calledProcesses, state: (await this.it.view()).state };
  }

  private async movedOn(position: number): Promise<void> {
    const giveUpAt = performance.now() + HEARD_WITHIN_MS;
    await until(PATIENCE_MS, async () =>
      (await this.it.view()).position > position || performance.now() > giveUpAt ? true : undefined,
    );
  }

  private async perform(command: Command, state: ProcessInstanceState): Promise<void> {
    switch (command.type) {
      case 'CompleteUserTask':
        return this.complete(command.userTask, command.variables);
      case 'TriggerTimer':
        return this.passTo(state.timers[command.timer]?.dueAt);
      case 'CorrelateMessage':
        return this.publish(state, command);
      case 'TriggerSignal':
        return this.broadcast(state, command);
      case 'StartProcessInstance':
      case 'CompleteServiceTask':
      case 'FailServiceTask':
      case 'ThrowServiceError':
        return; // the product starts a case once, and the town's own worker answers
      default:
        return this.operate(command);
    }
  }

  private async complete(key: string, variables: Parameters<CaseAtWork['submit']>[1]): Promise<void> {
    const answer = await this.it.submit(key, filled(variables));
    if (answer && ![200, 409].includes(answer.status))
      throw new Error(`Expected ${key} to be completed or refused, found ${JSON.stringify(answer)}`);
  }

  private async passTo(dueAt: number | undefined): Promise<void> {
    if (dueAt !== undefined) await this.hands.product.fastForward(this.id, dueAt + 1_000);
  }

  /** Whoever waits longest for it in the village receives it: this case or one beside it. */
  private async publish(
    { subscriptions }: ProcessInstanceState,
    { subscription, variables }: Extract<Command, { type: 'CorrelateMessage' }>,
  ): Promise<void> {
    const waiting = subscriptions[subscription];
    if (!waiting) return;
    const { messageName: name, correlationKey } = waiting;
    const { clerk } = this.hands;
    const unitId = clerk.me.positions[0]!.unitId;
    await sent(clerk, '/api/messages', { name, correlationKey, unitId, variables: filled(variables) });
  }

  private async broadcast(
    { signals = {} }: ProcessInstanceState,
    { subscription, variables }: Extract<Command, { type: 'TriggerSignal' }>,
  ): Promise<void> {
    const name = signals[subscription]?.signalName;
    const { clerk, head } = this.hands;
    const unitId = clerk.me.positions[0]!.unitId;
    if (name) await sent(head, '/api/signals', { name, unitId, variables: filled(variables) });
  }

  /** An operator's command; what the case refuses changes nothing, and one beside it may have ended it meanwhile. */
  private async operate(command: Command): Promise<void> {
    try {
      await this.it.command(command);
    } catch (error) {
      if (!(error instanceof WorkflowUpdateFailedError || error instanceof WorkflowNotFoundError))
        throw error;
    }
  }
}

/** What comes from outside has a value or no field. */
const filled = (variables: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== null));

/** What the product promises to carry: posted until it has heard of it, under one key. */
async function sent(person: Person, path: string, body: object): Promise<void> {
  const key = randomUUID();
  await steadfast(() => person.post(path, body, key));
}
