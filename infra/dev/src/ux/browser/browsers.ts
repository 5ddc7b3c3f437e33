import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import type { Surface } from '../tour/stop.js';
import { viewportOf, type Look } from './look.js';
import { Visitor } from './visitor.js';

export interface Origin {
  readonly baseUrl: string;
  /** Of every account of a demo. */
  readonly password: string;
}

/** Chromium, with a visitor of his own kind for everybody who looks at pages. */
export class Browsers {
  private constructor(
    private readonly browser: Browser,
    private readonly origin: Origin,
  ) {}

  static async open(origin: Origin): Promise<Browsers> {
    const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
    return new Browsers(
      await chromium.launch({ executablePath, args: ['--no-sandbox', '--lang=zh-CN'] }),
      origin,
    );
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  /** A device of its own, on which `login` has signed in; null: nobody. */
  async visitor(surface: Surface, login: string | null, look: Look): Promise<Visitor> {
    const { zoom, ...viewport } = viewportOf(surface, look);
    const context = await this.browser.newContext({
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport,
      deviceScaleFactor: zoom,
      hasTouch: surface !== 'desk',
      // What a service worker answers is seen by nobody who counts requests.
      serviceWorkers: 'block',
    });
    if (surface === 'phone' && look.text === 'large')
      await context.addInitScript(() => localStorage.setItem('wuqing-large-text', 'on'));
    if (login !== null) await this.signIn(context, login);
    return new Visitor(context, this.origin.baseUrl, surface);
  }

  private async signIn(context: BrowserContext, login: string): Promise<void> {
    const { baseUrl, password } = this.origin;
    const answer = await context.request.post(`${baseUrl}/api/session`, { data: { login, password } });
    if (!answer.ok())
      throw new Error(`Expected ${login} to be let in, found ${answer.status()}: ${await answer.text()}`);
  }
}
