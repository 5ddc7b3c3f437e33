import type { Page } from 'playwright-core';

interface Told {
  readonly items: readonly { readonly topic: string; readonly id: string; readonly caseId: string | null }[];
}

/** What the open stream of a page tells from now on, as the browser itself takes it down. */
export class HeardEvents {
  private readonly told: Told['items'][number][] = [];
  private wake: () => void = () => undefined;

  static async of(page: Page): Promise<HeardEvents> {
    const heard = new HeardEvents();
    const devtools = await page.context().newCDPSession(page);
    devtools.on('Network.eventSourceMessageReceived', ({ eventName, data }) => {
      if (eventName === 'changes') heard.told.push(...(JSON.parse(data) as Told).items);
      heard.wake();
    });
    await devtools.send('Network.enable');
    return heard;
  }

  /** Once something of the case was told; the spec's own time limit is the patience. */
  async ofCase(caseId: string): Promise<void> {
    while (!this.told.some((one) => one.caseId === caseId || one.id === caseId))
      await new Promise<void>((resolve) => (this.wake = resolve));
  }
}
