import type { FileReference } from '@wuqing/forms';
import { fileAnnounced, fileArrived, forgetFile, keepFile } from './device-store.js';
import type { Announced, DeviceFile } from './device-rows.js';
import { giveUp, Paused, upload } from './uploader.js';

/** How a file of this device stands. */
export interface Travel {
  /** 0 to 1. */
  readonly share: number;
  readonly arrived?: FileReference;
  /** Stopped by the person; it goes on when he says so, or when the step is submitted. */
  readonly isPaused?: true;
  /** Why it did not arrive; it is tried again when the step is submitted, or when somebody asks for it. */
  readonly problem?: string;
}

interface Journey {
  readonly arrival: Promise<FileReference>;
  readonly stop: () => void;
}

const travels = new Map<string, Travel>();
const journeys = new Map<string, Journey>();
const announced = new Map<string, Announced>();
const listeners = new Set<() => void>();
const arrivals = new Set<(taskId: string) => void>();

const heardBy = <T>(all: Set<T>, one: T): (() => void) => {
  all.add(one);
  return () => void all.delete(one);
};

export const travelOf = (id: string): Travel | undefined => travels.get(id);

export const followTravels = (changed: () => void): (() => void) => heardBy(listeners, changed);

/** Hears of each file that has arrived, by its step. */
export const followArrivals = (heard: (taskId: string) => void): (() => void) => heardBy(arrivals, heard);

function tell(id: string, travel: Travel): void {
  travels.set(id, travel);
  listeners.forEach((told) => told());
}

/** Sends a file that lies on the device; while it is on its way, whoever asks again gets the same journey. */
export function sendDeviceFile(file: DeviceFile): Promise<FileReference> {
  const there = file.arrived ?? travelOf(file.id)?.arrived;
  if (there) {
    tell(file.id, { share: 1, arrived: there });
    return Promise.resolve(there);
  }
  const under = journeys.get(file.id);
  if (under) return under.arrival;
  const abort = new AbortController();
  const arrival = carried(file, abort.signal).finally(() => journeys.delete(file.id));
  journeys.set(file.id, { arrival, stop: () => abort.abort() });
  return arrival;
}

async function carried(file: DeviceFile, signal: AbortSignal): Promise<FileReference> {
  const { id, taskId } = file;
  const before = announced.get(id) ?? file.upload;
  const share = (): number => travelOf(id)?.share ?? 0;
  tell(id, { share: share() });
  try {
    const arrived = await upload(before ? { ...file, upload: before } : file, {
      signal,
      onAnnounced: (known) => {
        announced.set(id, known);
        void fileAnnounced(id, known);
      },
      onProgress: (now) => tell(id, { share: now }),
    });
    await fileArrived(id, arrived);
    tell(id, { share: 1, arrived });
    arrivals.forEach((heard) => heard(taskId));
    return arrived;
  } catch (error) {
    if (error instanceof Paused) tell(id, { share: share(), isPaused: true });
    else tell(id, { share: share(), problem: error instanceof Error ? error.message : String(error) });
    throw error;
  }
}

/** Written down before it travels: what was chosen is there after the page is gone. */
export async function takeFile(file: DeviceFile): Promise<void> {
  await keepFile(file);
  tryToSend(file);
}

/** Sent behind the page: what did not arrive is told in its row, and tried again with the step. */
export const tryToSend = (file: DeviceFile): void => void sendDeviceFile(file).catch(() => undefined);

/** Stops on its way; what the server has of it stays there. */
export const pauseFile = (id: string): void => journeys.get(id)?.stop();

/** Taken out of the form again: it travels no more, and neither device nor server keeps it. */
export async function dropFile(file: DeviceFile): Promise<void> {
  const under = journeys.get(file.id);
  under?.stop();
  await forgetFile(file.id);
  // By what name the server knows it is heard only then, where it was just being told.
  await under?.arrival.catch(() => undefined);
  const known = announced.get(file.id) ?? file.upload;
  if (known) await giveUp(known);
}

/** The network is there again: what waited for it goes on, and what the person stopped does not. */
export function goOn(files: readonly DeviceFile[]): void {
  for (const file of files) if (!travelOf(file.id)?.isPaused) tryToSend(file);
}
