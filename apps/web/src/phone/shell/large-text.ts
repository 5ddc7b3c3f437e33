import { useSyncExternalStore } from 'react';

const KEY = 'wuqing-large-text';
const listeners = new Set<() => void>();

/** Told with every page, so that the server draws it as the device shows it. */
const COOKIE = `path=/m; max-age=${400 * 86_400}; samesite=strict`;

const read = (): boolean => localStorage.getItem(KEY) === 'on';

let isDrawnLarge = false;

/** How the page is drawn that the server draws next. */
export function drawLarge(isLarge: boolean): void {
  isDrawnLarge = isLarge;
}

function follow(changed: () => void): () => void {
  listeners.add(changed);
  window.addEventListener('storage', changed);
  return () => {
    listeners.delete(changed);
    window.removeEventListener('storage', changed);
  };
}

/** 大字版: of this device, for whoever uses it. */
export const useLargeText = (): boolean => useSyncExternalStore(follow, read, () => isDrawnLarge);

export function setLargeText(isLarge: boolean): void {
  localStorage.setItem(KEY, isLarge ? 'on' : 'off');
  document.cookie = `${KEY}=${isLarge ? 'on' : 'off'}; ${COOKIE}`;
  listeners.forEach((told) => told());
}
