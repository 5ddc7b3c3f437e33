import { createContext, useContext, useSyncExternalStore } from 'react';
import { followTravels, travelOf, type Travel } from '../../device/travelling-files.js';
import type { DeviceFiles } from '../task/use-device-files.js';

const Files = createContext<DeviceFiles | null>(null);
export const FilesProvider = Files.Provider;

export interface ShownFile {
  readonly name: string | undefined;
  /** Of this device; undefined where it was sent from another one. */
  readonly blob: Blob | undefined;
  readonly travel: Travel | undefined;
  /** Tries to send it again. */
  readonly file: DeviceFiles['files'][number] | undefined;
}

/** What is known of a file that an answer names. */
export function useShownFile(id: string): ShownFile {
  const files = useContext(Files);
  const travel = useSyncExternalStore(followTravels, () => travelOf(id));
  const file = files?.files.find((one) => one.id === id);
  return { name: files?.fileName(id), blob: file?.blob, travel, file };
}
