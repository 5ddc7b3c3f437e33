import type { FileReference } from '@wuqing/forms';
import { sendFile } from '../forms/send-file.js';
import { fileArrived, keepFile } from './device-store.js';
import type { DeviceFile } from './device-rows.js';

/** How a file of this device stands. */
export interface Travel {
  /** 0 to 1. */
  readonly share: number;
  readonly arrived?: FileReference;
  /** Why it did not arrive; it is tried again when the step is submitted, or when somebody asks for it. */
  readonly problem?: string;
}

const travels = new Map<string, Travel>();
const running = new Map<string, Promise<FileReference>>();
const listeners = new Set<() => void>();

export const travelOf = (id: string): Travel | undefined => travels.get(id);

export function followTravels(changed: () => void): () => void {
  listeners.add(changed);
  return () => void listeners.delete(changed);
}

function tell(id: string, travel: Travel): void {
  travels.set(id, travel);
  listeners.forEach((told) => told());
}

/** Sends a file that lies on the device; while it is on its way, whoever asks again gets the same journey. */
export function sendDeviceFile(file: DeviceFile): Promise<FileReference> {
  if (file.arrived) {
    tell(file.id, { share: 1, arrived: file.arrived });
    return Promise.resolve(file.arrived);
  }
  const under = running.get(file.id);
  if (under) return under;
  const journey = carried(file).finally(() => running.delete(file.id));
  running.set(file.id, journey);
  return journey;
}

async function carried({ id, taskId, field, name, blob, origin }: DeviceFile): Promise<FileReference> {
  tell(id, { share: 0 });
  const content = new File([blob], name, { type: blob.type });
  try {
    const sent = await sendFile(taskId, field, content, (share) => tell(id, { share }), origin);
    await fileArrived(id, sent.reference);
    tell(id, { share: 1, arrived: sent.reference });
    return sent.reference;
  } catch (error) {
    tell(id, { share: 0, problem: error instanceof Error ? error.message : String(error) });
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
