import type { Json } from '@wuqing/kernel';
import type { EngineEvent } from '../engine-event.js';
import { put } from './record.js';
import type { ElementInstance, LoopState } from '../state.js';

type EventOf<T extends EngineEvent['type']> = Extract<EngineEvent, { type: T }>;
type Instances = Readonly<Record<string, ElementInstance>>;

const withLoop = (instances: Instances, key: string, change: (loop: LoopState) => LoopState): Instances => {
  const instance = instances[key];
  return instance?.loop ? put(instances, key, { ...instance, loop: change(instance.loop) }) : instances;
};

/** Member `number` runs: the items before the next one are used up. */
export const memberStarted = (instances: Instances, key: string, number: number): Instances =>
  withLoop(instances, key, ({ items, ...loop }) => {
    const left = items?.slice(number - (loop.started ?? 0)) ?? [];
    return { ...loop, started: number, ...(left.length > 0 && { items: left }) };
  });

/** A member is over; one that was taken out counts nowhere. */
export const memberEnded = (
  instances: Instances,
  { scope, member }: ElementInstance,
  how: 'completed' | 'terminated',
): Instances =>
  withLoop(instances, scope, (loop) =>
    loop.removed?.includes(member!) ? loop : { ...loop, [how]: (loop[how] ?? 0) + 1 },
  );

export const loopOpened = (instances: Instances, { key, size, items }: EventOf<'LoopOpened'>): Instances =>
  withLoop(instances, key, (loop) => ({ ...loop, size, ...(items && items.length > 0 && { items }) }));

export const memberAdded = (
  instances: Instances,
  { key, number, item }: EventOf<'LoopMemberAdded'>,
): Instances =>
  withLoop(instances, key, (loop) => ({
    ...loop,
    size: number,
    ...(item !== undefined && { items: [...(loop.items ?? []), item] }),
  }));

export const memberRemoved = (
  instances: Instances,
  { key, number }: EventOf<'LoopMemberRemoved'>,
): Instances => withLoop(instances, key, (loop) => ({ ...loop, removed: [...(loop.removed ?? []), number] }));

/** The list with `value` in its place; members that were added later make it longer. */
export function withOutput(list: Json | undefined, number: number, value: Json): Json {
  const outputs: Json[] = Array.isArray(list) ? [...list] : [];
  while (outputs.length < number) outputs.push(null);
  outputs[number - 1] = value;
  return outputs;
}

/** Elements queue up in an ad-hoc sub-process that runs them one after the other. */
export const elementsQueued = (
  instances: Instances,
  { key, elementIds }: EventOf<'AdHocElementsQueued'>,
): Instances => {
  const instance = instances[key];
  if (!instance) return instances;
  return { ...instances, [key]: { ...instance, pending: [...(instance.pending ?? []), ...elementIds] } };
};

/** The first that queues has begun. */
export function queuedStarted(instances: Instances, scope: string, elementId: string): Instances {
  const instance = instances[scope];
  if (instance?.pending?.[0] !== elementId) return instances;
  const { pending, ...rest } = instance;
  const left = pending.slice(1);
  return put(instances, scope, left.length > 0 ? { ...rest, pending: left } : rest);
}
