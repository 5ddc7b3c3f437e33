import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JourneyDriver, People } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { brokenCases, systemActor, type Work } from '@wuqing/persistence';
import { libraryJourneys } from '@wuqing/process-library';
import { Product } from './product.js';

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** A case that went all of journey A1, with everything that such a case leaves, and an order that came out of it. */
export class WholeCase {
  private constructor(
    readonly product: Product,
    readonly people: People,
    /** In which `anchors` and `files` lie. */
    readonly folder: string,
    readonly id: string,
    readonly orderId: string,
  ) {}

  static async begin(name: string): Promise<WholeCase> {
    const folder = mkdtempSync(join(tmpdir(), 'wuqing-evidence-'));
    const env = {
      WUQING_ANCHOR_FOLDER: join(folder, 'anchors'),
      WUQING_FILES_FOLDER: join(folder, 'files'),
    };
    const product = await Product.start({ name, env });
    const people = new People(product.baseUrl, DEMO_PASSWORD);
    const fastForward = (id: string, target: number) => product.fastForward(id, target);
    const [journey] = libraryJourneys('major-matter');
    const driver = await JourneyDriver.begin({ people, fastForward }, journey!);
    for (const step of journey!.steps) await driver.take(step);
    const supervisor = await people.signedIn('jiwei-head');
    const order = { caseId: driver.caseId, title: '核实公示' };
    const issued = await supervisor.postUntilSettled<{ case: { id: string } }>(
      '/api/supervision/orders',
      order,
    );
    return new WholeCase(product, people, folder, driver.caseId, issued.body.case.id);
  }

  async stop(): Promise<void> {
    await this.product.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What a check finds of it now: kind and place. */
  found(): Promise<string[]> {
    return this.product.unitOfWork.run(systemActor('test'), (work) => this.brokenIn(work));
  }

  /** What is found after somebody who may do everything has done it; nothing of it stays. */
  async foundAfter(statements: readonly string[]): Promise<string[]> {
    let found: string[] = [];
    const undone = new Error('undone');
    await this.product.unitOfWork
      .run(systemActor('test'), async (work) => {
        await work.query('SET LOCAL session_replication_role = replica');
        for (const sql of statements) await work.query(sql);
        found = await this.brokenIn(work);
        throw undone;
      })
      .catch((error: unknown) => {
        if (error !== undone) throw error;
      });
    return found;
  }

  private async brokenIn(work: Work): Promise<string[]> {
    const broken = await brokenCases(work, [this.id, this.orderId], sha256);
    return broken.map(({ broken: { kind, seq } }) => `${kind} ${seq}`);
  }
}
