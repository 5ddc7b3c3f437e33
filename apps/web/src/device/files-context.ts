import { shownSize } from '@wuqing/kernel';
import { createContext, useContext, useSyncExternalStore } from 'react';
import { formWords } from '../words/form.words.js';
import { partWords } from '../words/part.words.js';
import type { DeviceFile } from './device-rows.js';
import { followTravels, travelOf, type Travel } from './travelling-files.js';
import type { DeviceFiles } from './use-device-files.js';
import { useOnline } from './use-online.js';

const Files = createContext<DeviceFiles | null>(null);
export const FilesProvider = Files.Provider;

/** What can be done with a file on its way. */
export type FileDeed = 'pause' | 'resume' | 'again';

export interface ShownFile {
  readonly name: string | undefined;
  /** Of this device; undefined where it was sent from another one. */
  readonly file: DeviceFile | undefined;
  /** 0 to 1 while it is on its way. */
  readonly share?: number;
  /** How it stands, in words. */
  readonly said: string;
  readonly isFailed: boolean;
  readonly deed?: FileDeed;
}

/** How a file that an answer names stands. */
export function useShownFile(id: string): ShownFile {
  const files = useContext(Files);
  const travel = useSyncExternalStore(
    followTravels,
    () => travelOf(id),
    () => undefined,
  );
  const isOnline = useOnline();
  const file = files?.files.find((one) => one.id === id);
  return { name: files?.fileName(id), file, ...standing(file, travel, isOnline) };
}

type Standing = Pick<ShownFile, 'share' | 'said' | 'isFailed' | 'deed'>;

function standing(file: DeviceFile | undefined, travel: Travel | undefined, isOnline: boolean): Standing {
  if (!file) return { said: formWords.uploaded, isFailed: false };
  if (file.arrived || travel?.arrived)
    return { said: `${formWords.uploaded} ${shownSize(file.blob.size)}`, isFailed: false };
  const share = travel?.share ?? 0;
  if (travel?.isPaused) return { said: partWords.paused, share, isFailed: false, deed: 'resume' };
  if (!isOnline) return { said: partWords.waitsForNetwork, isFailed: false };
  if (travel?.problem !== undefined) return { said: travel.problem, isFailed: true, deed: 'again' };
  return { said: `${Math.round(share * 100)}%`, share, isFailed: false, deed: 'pause' };
}
