import { useSyncExternalStore } from 'react';
import type { QueuedSubmission } from '../../device/device-rows.js';

const NONE: readonly QueuedSubmission[] = [];

/** What lies in the device's database, as it was last read; pages of the same browser tell each other. */
let rows: readonly QueuedSubmission[] = NONE;
const listeners = new Set<() => void>();
/** Pages alone have one; where the server draws a page nobody listens. */
const channel =
  typeof window === 'undefined' || typeof BroadcastChannel === 'undefined'
    ? undefined
    : new BroadcastChannel('wuqing-queue');

export const outboxRows = (): readonly QueuedSubmission[] => rows;

export async function readAnew(personId: string): Promise<void> {
  const { submissionsOf } = await import('../../device/device-store.js');
  rows = await submissionsOf(personId);
  listeners.forEach((told) => told());
}

/** Reads anew here, and has the other pages of this browser do it. */
export async function outboxChanged(personId: string): Promise<void> {
  await readAnew(personId);
  channel?.postMessage(personId);
}

/** Reads anew when another page of this browser has changed it; returns how to end that. */
export function followOtherPages(personId: string): () => void {
  const heard = ({ data }: MessageEvent<string>) => {
    if (data === personId) void readAnew(personId);
  };
  channel?.addEventListener('message', heard);
  return () => channel?.removeEventListener('message', heard);
}

function follow(told: () => void): () => void {
  listeners.add(told);
  return () => void listeners.delete(told);
}

export const useOutbox = (): readonly QueuedSubmission[] =>
  useSyncExternalStore(follow, outboxRows, outboxRows);

export const isWaiting = ({ state }: QueuedSubmission): boolean => state === 'waiting';
export const isReceived = ({ state }: QueuedSubmission): boolean => state === 'received';

/** How many wait for the network. */
export const useWaiting = (): number => useOutbox().filter(isWaiting).length;
