import { startTriggersOf, type ExecutableProcess } from '@wuqing/bpmn-model';
import { definitionAt, type InstanceDriver, type ProcessWithCalled } from '@wuqing/testing';
import fc from 'fast-check';
import type { Command, ProcessInstanceState } from '@wuqing/bpmn-engine';

/** A command by its kind and the number of the open thing that it is about. */
export const anyMove = fc.record({
  kind: fc.nat(20),
  which: fc.nat(60),
  // Now and then nothing: conditions have no answer then, and are incidents.
  variables: fc.record({ n: fc.option(fc.nat(6), { freq: 10 }), again: fc.boolean() }),
});
export type Move = typeof anyMove extends fc.Arbitrary<infer T> ? T : never;

/** By which of its ways a process begins. */
export function startOf(process: ExecutableProcess, which: number): Command {
  const triggers = startTriggersOf(process);
  const { elementId: startEvent } = triggers[which % triggers.length]!;
  return { type: 'StartProcessInstance', variables: { n: 1, again: false }, startEvent };
}

/** What a command is chosen by. */
export interface Scene extends ProcessWithCalled {
  readonly state: ProcessInstanceState;
}

type Offer = readonly [keys: readonly string[], command: (key: string) => Command];
const reason = 'r';

const pick = (keys: readonly string[], which: number): string => keys[which % keys.length] ?? 'nothing#0';

/** What a move means in this state: mostly something that is open, now and then what is not and will be refused. */
export function commandOf(scene: Scene, move: Move): Command {
  const { kind, which } = move;
  const offers = [...workOffers(scene.state, move), ...operatorOffers(scene, move)];
  const open = offers.filter(([keys]) => keys.length > 0);
  const [keys, command] = (kind < 19 ? open[kind % open.length] : undefined) ?? offers[kind % offers.length]!;
  return command(pick(keys, which));
}

/** What people, clocks, senders and services do. */
function workOffers(state: ProcessInstanceState, { which, variables }: Move): Offer[] {
  const { userTasks, timers, subscriptions, services, incidents, signals = {} } = state;
  return [
    [userTasks, (userTask) => ({ type: 'CompleteUserTask', userTask, variables })],
    [Object.keys(timers), (timer) => ({ type: 'TriggerTimer', timer })],
    [Object.keys(subscriptions), (subscription) => ({ type: 'CorrelateMessage', subscription, variables })],
    [Object.keys(services), (serviceTask) => ({ type: 'CompleteServiceTask', serviceTask, variables })],
    [Object.keys(services), (serviceTask) => ({ type: 'FailServiceTask', serviceTask, message: 'no' })],
    [Object.keys(incidents), (incident) => ({ type: 'ResolveIncident', incident })],
    [Object.keys(signals), (subscription) => ({ type: 'TriggerSignal', subscription, variables })],
    [Object.keys(services), (serviceTask) => errorOf(serviceTask, which, variables)],
  ];
}

/** What an operator does, each now and then. */
function operatorOffers(scene: Scene, { which, variables }: Move): Offer[] {
  const { executed, instances, suspended } = scene.state;
  const seldom = (every: number, keys: readonly string[]): readonly string[] =>
    which % every === 0 ? keys : [];
  const keys = Object.keys(instances);
  const loops = keys.filter((key) => instances[key]!.loop);
  const adHocs = keys.filter((key) => insideAdHoc(scene, key).length > 0);
  return [
    [seldom(5, executed), (target) => ({ type: 'ReturnToStep', target, reason })],
    [seldom(7, ['again']), () => ({ type: 'StartProcessInstance', variables })],
    [seldom(9, ['pause']), () => ({ type: 'SuspendProcessInstance', reason })],
    [suspended ? ['go on'] : [], () => ({ type: 'ResumeProcessInstance', reason })],
    [seldom(8, keys), (element) => ({ type: 'SkipElement', element, reason, variables })],
    [seldom(11, keys), (key) => modification(scene, key, which)],
    [seldom(31, ['cancel']), () => ({ type: 'CancelProcessInstance', reason })],
    [seldom(2, loops), (multiInstance) => memberOf(multiInstance, which)],
    [seldom(2, adHocs), (key) => toldOf(scene, key, which)],
  ];
}

/** One visit ends, one element is reached, or both. */
function modification({ process }: Scene, key: string, which: number): Command {
  const activate = [{ elementId: pick(Object.keys(process.nodes), which) }];
  const terminate = [key];
  return {
    type: 'ModifyProcessInstance',
    activate: which % 3 === 0 ? [] : activate,
    terminate: which % 3 === 1 ? [] : terminate,
    reason,
  };
}

const memberOf = (multiInstance: string, which: number): Command =>
  which % 4 === 0
    ? { type: 'AddMultiInstanceMember', multiInstance, item: 9, reason }
    : { type: 'RemoveMultiInstanceMember', multiInstance, member: 1 + (which % 3), reason };

const toldOf = (scene: Scene, adHocSubProcess: string, which: number): Command => ({
  type: 'ActivateAdHocElements',
  adHocSubProcess,
  elements: [pick(insideAdHoc(scene, adHocSubProcess), which)],
});

/** What an ad-hoc sub-process may be told to begin. */
function insideAdHoc(scene: Scene, key: string): string[] {
  const instance = scene.state.instances[key];
  if (!instance || instance.loop) return [];
  const { process, id } = definitionAt(scene, instance.elementId);
  const node = process.nodes[id];
  if (node?.type !== 'subProcess' || !node.adHoc) return [];
  return process.children[id]!.filter((child) => {
    const inside = process.nodes[child]!;
    const isTriggered = inside.type === 'subProcess' && inside.triggeredByEvent;
    const { incoming, type, isForCompensation } = inside;
    return incoming.length === 0 && type !== 'boundaryEvent' && !isForCompensation && !isTriggered;
  });
}

const errorOf = (serviceTask: string, which: number, variables: Move['variables']): Command => ({
  type: 'ThrowServiceError',
  serviceTask,
  errorCode: which % 2 === 0 ? 'E' : 'other',
  message: 'no',
  variables,
});

/** What brings an instance nearer to its end: nothing where only answers are awaited that nobody here gives. */
export function nextToFinish(scene: Scene, turn: number): Command | undefined {
  const { state } = scene;
  const variables = { again: false, n: 0 };
  if (state.suspended) return { type: 'ResumeProcessInstance', reason };
  const idle = Object.keys(state.instances).filter(
    (key) =>
      insideAdHoc(scene, key).length > 0 &&
      Object.values(state.instances).every(({ scope }) => scope !== key),
  );
  const { userTasks, services, timers, subscriptions, signals = {}, incidents, conditions = {} } = state;
  // A token that an operator put on a condition: nobody else makes it true.
  const unmet = Object.keys(conditions).filter((key) => state.instances[key]);
  const open: Offer[] = [
    [userTasks, (userTask) => ({ type: 'CompleteUserTask', userTask, variables })],
    [Object.keys(services), (serviceTask) => ({ type: 'CompleteServiceTask', serviceTask, variables })],
    [Object.keys(timers), (timer) => ({ type: 'TriggerTimer', timer })],
    [Object.keys(subscriptions), (subscription) => ({ type: 'CorrelateMessage', subscription, variables })],
    [Object.keys(signals), (subscription) => ({ type: 'TriggerSignal', subscription, variables })],
    [Object.keys(incidents), (incident) => ({ type: 'ResolveIncident', incident, variables })],
    [unmet, (element) => ({ type: 'SkipElement', element, reason, variables })],
    [idle, (adHoc) => ({ ...toldOf(scene, adHoc, turn), variables })],
  ];
  const next = open.filter(([keys]) => keys.length > 0);
  // What may come again and again must not keep all else waiting: now and then any of it.
  const any = scattered(turn);
  const [keys, command] = next[turn % 7 === 6 ? any % next.length : 0] ?? [];
  return keys && command?.(pick(keys, scattered(any)));
}

/** A number without any rhythm that the turns may have; the same for the same turn. */
const scattered = (turn: number): number => Math.imul(turn + 1, 2_654_435_761) >>> 8;

/** Does all that is open, mends all that is stuck, and lets no loop go round again. */
export function finish(instance: InstanceDriver): void {
  for (let turn = 0; instance.state.status === 'running' && turn < 500; turn += 1) {
    const command = nextToFinish(instance, turn);
    if (!command) return;
    instance.run(command);
  }
}

/** The same state as a store might give it back that keeps no order of keys. */
export function reversed<T>(value: T): T {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, reversed<unknown>(item)] as const);
  return Object.fromEntries(entries.reverse()) as T;
}
