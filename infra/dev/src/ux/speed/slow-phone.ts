import type { Page } from 'playwright-core';

const KBIT = 1_000 / 8;
/** 「Slow 4G」 as Chromium's own tools set it: ms a request, bytes a second. */
const SLOW_4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 1_440 * KBIT,
  uploadThroughput: 675 * KBIT,
};
const CPU_RATE = 4;

/** Makes the page's network and processor those of a cheap telephone on a bad line. */
export async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_RATE });
}

declare global {
  interface Window {
    watchedSpeed: Watched;
  }
}

interface Watched {
  paints: { at: number; size: number; what: string }[];
  presses: { ms: number; what: string }[];
}

/** Keeps what the browser itself says of its paints and presses. Before the page is opened. */
export const watchSpeed = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const watched: Watched = { paints: [], presses: [] };
    window.watchedSpeed = watched;
    const told = (one: Element | null | undefined): string =>
      `${one?.tagName.toLowerCase() ?? 'gone'} ${(one?.textContent ?? '').trim().slice(0, 20)}`;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { size: number; element?: Element })[])
        watched.paints.push({ at: entry.startTime, size: entry.size, what: told(entry.element) });
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        interactionId?: number;
        target?: Element;
      })[])
        if (entry.interactionId) watched.presses.push({ ms: entry.duration, what: told(entry.target) });
    }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  });

export const speedOf = (page: Page): Promise<Watched> => page.evaluate(() => window.watchedSpeed);

/** What was waited for, in the order in which it was asked: from when to when. */
export const waitsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map((one) => one as PerformanceResourceTiming)
      .map(
        ({ startTime, responseEnd, name, transferSize }) =>
          `${startTime.toFixed(0)} to ${responseEnd.toFixed(0)} ms, ${(transferSize / 1_000).toFixed(1)} kB: ${new URL(name).pathname}`,
      ),
  );
