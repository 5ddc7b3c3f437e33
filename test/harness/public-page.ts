import { chromium, type Page } from 'playwright-core';
import { PHONE } from './desk.js';

/** A villager's telephone at the public pages, and what must never come of them. */
export interface PublicPage {
  readonly page: Page;
  /** Scripts that ran, and addresses of others that were asked. */
  readonly strikes: readonly string[];
  readonly close: () => Promise<void>;
}

export async function openPublicPage(baseUrl: string): Promise<PublicPage> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const page = await (await browser.newContext({ locale: 'zh-CN', viewport: PHONE })).newPage();
  const strikes: string[] = [];
  page.on('dialog', (dialog) => {
    strikes.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(baseUrl)) strikes.push(request.url());
  });
  return { page, strikes, close: () => browser.close() };
}
