import { useSyncExternalStore } from 'react';

const KEY = 'wuqing-large-text';
const listeners = new Set<() => void>();

const read = (): boolean => localStorage.getItem(KEY) === 'on';

function follow(changed: () => void): () => void {
  listeners.add(changed);
  window.addEventListener('storage', changed);
  return () => {
    listeners.delete(changed);
    window.removeEventListener('storage', changed);
  };
}

/** 大字版: of this device, for whoever uses it; the server does not know of it. */
export const useLargeText = (): boolean => useSyncExternalStore(follow, read, () => false);

export function setLargeText(isLarge: boolean): void {
  localStorage.setItem(KEY, isLarge ? 'on' : 'off');
  listeners.forEach((told) => told());
}
