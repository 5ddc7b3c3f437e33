import { People } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import type { BrowserContext, Page } from 'playwright-core';
import { Phone } from './phone.js';
import { Product } from './product.js';

/** The smallest process: the clerk's step is its first. */
export const CLERK_PROCESS = 'two-user-tasks';

/** A village's clerk with a phone of his own, and steps that are open to him as a spec needs them. */
export class ClerkPhone {
  private constructor(
    readonly product: Product,
    readonly phone: Phone,
    readonly device: BrowserContext,
    readonly unitId: string,
  ) {}

  /** `name`: of the product's database. */
  static async start(name: string): Promise<ClerkPhone> {
    const product = await Product.start({ name });
    const phone = await Phone.open(product.baseUrl);
    const clerk = await clerkAnew(product);
    const { items } = await clerk.get<{ items: { key: string; units: { id: string }[] }[] }>(
      '/api/processes',
    );
    const unit = required(items.find(({ key }) => key === CLERK_PROCESS)?.units[0], 'a village');
    return new ClerkPhone(product, phone, await phone.device('v01-clerk'), unit.id);
  }

  async stop(): Promise<void> {
    await this.phone.close();
    await this.product.stop();
  }

  /** Sessions end here as it pleases a spec. */
  clerkAnew() {
    return clerkAnew(this.product);
  }

  endSessions() {
    return this.product.query('DELETE FROM session');
  }

  show(path: `/${string}`): Promise<Page> {
    return this.phone.show(this.device, path);
  }

  /** A case whose first step is open to the clerk; the step's id. */
  async openStep(title: string): Promise<string> {
    const clerk = await this.clerkAnew();
    const { body } = await clerk.post<{ case: { id: string } }>('/api/cases', {
      processKey: CLERK_PROCESS,
      unitId: this.unitId,
      title,
    });
    const [task] = await this.product.query<{ id: string }>(
      "SELECT id FROM user_task WHERE case_id = $1 AND state = 'open'",
      [body.case.id],
    );
    return required(task, 'an open step').id;
  }

  /** How often each was taken, with what was said. */
  taken(titles: readonly string[]) {
    return this.product.query<{ title: string; times: number; note: string }>(
      `SELECT c.title, count(*)::int AS times, min(s.data ->> 'note') AS note
       FROM process_instance c JOIN user_task t ON t.case_id = c.id JOIN submission s ON s.user_task_id = t.id
       WHERE c.title = ANY ($1) GROUP BY 1 ORDER BY 1`,
      [titles],
    );
  }
}

const clerkAnew = (product: Product) => new People(product.baseUrl, DEMO_PASSWORD).signedIn('v01-clerk');

/** On the page that asks for it, or in the sheet over another. */
export async function signIn(page: Page, login: string): Promise<void> {
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('密码').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
}

/** Over a list that lies on the device. */
export const OLD_LIST = /离线 · 以下是 \d\d-\d\d \d\d:\d\d 时的待办/;
