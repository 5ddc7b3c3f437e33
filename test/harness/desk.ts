import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';

const PATIENCE_MS = 20_000;

export interface Look {
  readonly width: number;
  readonly height: number;
}

export const DESK: Look = { width: 1280, height: 900 };
export const PHONE: Look = { width: 390, height: 844 };

/** The pages in a real Chromium, each person in a window of his own. */
export class Desk {
  /** What the browser refused because the pages' own policy forbids it. */
  readonly refused: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly baseUrl: string,
  ) {}

  static async open(baseUrl: string): Promise<Desk> {
    const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
    return new Desk(await chromium.launch({ executablePath, args: ['--no-sandbox'] }), baseUrl);
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  async signedIn(login: string, viewport: Look = DESK): Promise<Page> {
    const page = await this.opened(viewport);
    await page.getByLabel('账号').fill(login);
    await page.getByLabel('密码').fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { name: '待办' }).waitFor();
    return page;
  }

  /** A window of its own, at the door. */
  async opened(viewport: Look = DESK): Promise<Page> {
    const context = await this.browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) this.refused.push(message.text());
    });
    await page.goto(`${this.baseUrl}/app/`);
    await page.getByLabel('账号').waitFor();
    return page;
  }

  /** The page of a case, once it is there with what may be done to it. */
  async showCase(page: Page, caseId: string): Promise<void> {
    await page.goto(`${this.baseUrl}/app/cases/${caseId}`);
    await page.getByRole('heading', { name: '当前步骤' }).waitFor();
    await page.waitForLoadState('networkidle');
  }
}

/** No fault by WCAG 2.1 A and AA that a machine can find, and nothing that sticks out to the side. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const faults = await page.evaluate(async () => {
    const { axe: judge } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await judge.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
  expect(faults).toEqual([]);
  const { scroll, seen } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    seen: document.documentElement.clientWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(seen);
}
