import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { QueuedSubmission } from '../../device/device-rows.js';

const AGAIN_EVERY_MS = 15_000;
const FOLLOW_EVERY_MS = 2_000;
const NONE: readonly QueuedSubmission[] = [];

/** What lies in the device's database, as it was last read; pages of the same browser tell each other. */
let rows: readonly QueuedSubmission[] = NONE;
const listeners = new Set<() => void>();
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('wuqing-queue');

const store = () => import('../../device/device-store.js');

async function readAnew(personId: string): Promise<void> {
  rows = await (await store()).submissionsOf(personId);
  listeners.forEach((told) => told());
}

async function changed(personId: string): Promise<void> {
  await readAnew(personId);
  channel?.postMessage(personId);
}

function follow(told: () => void): () => void {
  listeners.add(told);
  return () => void listeners.delete(told);
}

export const useOutbox = (): readonly QueuedSubmission[] => useSyncExternalStore(follow, () => rows);

const isWaiting = ({ state }: QueuedSubmission): boolean => state === 'waiting';

const isReceived = ({ state }: QueuedSubmission): boolean => state === 'received';

/** How many wait for the network. */
export const useWaiting = (): number => useOutbox().filter(isWaiting).length;

async function deliver(personId: string): Promise<void> {
  const { deliverWaiting } = await store();
  const { sendDeviceFile } = await import('../../device/travelling-files.js');
  await deliverWaiting(personId, sendDeviceFile);
  await changed(personId);
}

/** Writes a submission down, tries to send it, and answers how it stands then. */
export async function submitThrough(submission: QueuedSubmission): Promise<QueuedSubmission> {
  const { queueSubmission } = await store();
  await queueSubmission(submission);
  await changed(submission.personId);
  if (navigator.onLine) await deliver(submission.personId);
  return rows.find(({ id }) => id === submission.id) ?? submission;
}

/** Sends nothing more of it; what was written stays as the draft. */
export async function dropFromOutbox({ id, personId }: QueuedSubmission): Promise<void> {
  await (await store()).dropSubmission(id);
  await changed(personId);
}

/** While somebody is signed in: what waits goes when the network is there, and pages hear of what has gone. */
export function useDeliveries(personId: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const tryNow = async () => {
      if (!navigator.onLine || !rows.some((row) => isWaiting(row) || isReceived(row))) return;
      await deliver(personId);
      await client.invalidateQueries();
    };
    const go = () => void tryNow();
    const heard = ({ data }: MessageEvent<string>) => {
      if (data === personId) void readAnew(personId);
    };
    void readAnew(personId).then(tryNow);
    const timer = setInterval(go, AGAIN_EVERY_MS);
    const following = setInterval(() => rows.some(isReceived) && go(), FOLLOW_EVERY_MS);
    window.addEventListener('online', go);
    channel?.addEventListener('message', heard);
    return () => {
      clearInterval(timer);
      clearInterval(following);
      window.removeEventListener('online', go);
      channel?.removeEventListener('message', heard);
    };
  }, [personId, client]);
}
