import type { BrowserContext, Page } from 'playwright-core';
import type { Surface } from '../tour/stop.js';
import { viewportOf, type Look } from './look.js';

const PATIENCE_MS = 30_000;
/** No picture is higher, in points of the page. */
const HEIGHT_MAX = 8_000;

/** Somebody at a browser, and what was seen of his pages that no page of ours may do. */
export class Visitor {
  /** Addresses of other origins that were asked. */
  readonly foreign: string[] = [];
  /** What the pages' own policy refused. */
  readonly refused: string[] = [];
  /** Errors that no page caught. */
  readonly thrown: string[] = [];

  constructor(
    readonly context: BrowserContext,
    private readonly baseUrl: string,
    private readonly surface: Surface,
  ) {}

  /** A page of its own at an address without origin, once it has read what it shows. */
  async open(path: string): Promise<Page> {
    const page = await this.newPage();
    await this.show(page, path);
    return page;
  }

  /** The same in a page that is there already: a browser that goes on is quicker than one that begins. */
  async show(page: Page, path: string): Promise<void> {
    await page.goto(this.baseUrl + path);
    await settled(page);
  }

  async newPage(): Promise<Page> {
    const page = await this.context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== this.baseUrl) this.foreign.push(request.url());
    });
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) this.refused.push(message.text());
    });
    page.on('pageerror', (error) => this.thrown.push(error.message));
    return page;
  }

  /** The window at another width; the size of the letters stays. */
  async resize(page: Page, look: Look): Promise<void> {
    const { width, height } = viewportOf(this.surface, look);
    await page.setViewportSize({ width, height });
  }

  /** The window as high as what the page scrolls inside of its frame, so that a picture shows all of it. */
  async unroll(page: Page, look: Look): Promise<void> {
    const beyond = await page.evaluate(() => {
      const main = document.querySelector('main');
      return main ? Math.max(0, main.scrollHeight - main.clientHeight) : 0;
    });
    if (beyond === 0) return;
    const { width, height } = viewportOf(this.surface, look);
    await page.setViewportSize({ width, height: Math.min(height + beyond, HEIGHT_MAX) });
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** What stands in the place of something that is still being read: from the network, or from the device itself. */
const READING = '.ant-skeleton, .ph-reading, [aria-busy=true]';

/** Nothing is asked any more, and what was read is drawn. A line that stays open for news does not count. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('main').first().waitFor({ state: 'attached' });
  await page.waitForFunction((reading) => document.querySelector(reading) === null, READING);
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );
}
