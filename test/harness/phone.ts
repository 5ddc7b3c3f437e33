import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const PATIENCE_MS = 20_000;
export const PHONE_LOOK = { width: 390, height: 844 };
const DEVICE = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: PHONE_LOOK, hasTouch: true };

/** The phone's own entry in a real Chromium: one browser, a device a person. */
export class Phone {
  /** What the browser refused because the pages' own policy forbids it, and what it asked of other origins. */
  readonly refused: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly baseUrl: string,
  ) {}

  static async open(baseUrl: string): Promise<Phone> {
    const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
    return new Phone(await chromium.launch({ executablePath, args: ['--no-sandbox'] }), baseUrl);
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  /** A device of its own, on which somebody has signed in; its files lie there for use without a network. */
  async device(login: string): Promise<BrowserContext> {
    const context = await this.browser.newContext(DEVICE);
    const page = await this.show(context, '/');
    await page.getByLabel('账号').fill(login);
    await page.getByLabel('密码').fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { name: '待办' }).waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.close();
    return context;
  }

  /** The same device as it is before its files lie on it: what does not come over the line is not there. */
  async withoutWorker(device: BrowserContext): Promise<BrowserContext> {
    return this.browser.newContext({
      ...DEVICE,
      serviceWorkers: 'block',
      storageState: await device.storageState(),
    });
  }

  /** The same device with a browser that runs no scripts. */
  async withoutScripts(device: BrowserContext): Promise<BrowserContext> {
    return this.browser.newContext({
      ...DEVICE,
      javaScriptEnabled: false,
      storageState: await device.storageState(),
    });
  }

  /**
   * A page of the device, at an address of the phone, with its scripts. Before they are there, what the server drew is inert: a
   * person cannot write into it, and a test could.
   */
  async show(context: BrowserContext, path: `/${string}`): Promise<Page> {
    const page = await this.open(context, path);
    await this.scripts(page);
    return page;
  }

  /** A page that is open already goes to an address of the phone, and has its scripts again. */
  async go(page: Page, path: `/${string}`): Promise<void> {
    await page.goto(`${this.baseUrl}/m${path}`);
    await this.scripts(page);
  }

  /** The page is opened anew where it is, with its scripts. */
  async reload(page: Page): Promise<void> {
    await page.reload();
    await this.scripts(page);
  }

  /** The same as it comes, with scripts or without. */
  async open(context: BrowserContext, path: `/${string}`): Promise<Page> {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) this.refused.push(message.text());
    });
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== this.baseUrl) this.refused.push(request.url());
    });
    await page.goto(`${this.baseUrl}/m${path}`);
    return page;
  }

  private scripts(page: Page): Promise<void> {
    return page.locator('#no-scripts').waitFor({ state: 'detached' });
  }
}
