import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { People } from '../../drive/index.js';
import { leadThere } from '../../first-cases/fill-desks.js';
import { firstCases } from '../../first-cases/index.js';
import { Supervisor } from '../../process/supervisor.js';
import { progressLines, type Progress } from '../../progress.js';
import { DEMO_PASSWORD } from '../../seed/index.js';
import { sentenceOf } from '../../sentence-of.js';
import { beAlone, endAsked, requireAlone } from '../../start/one-run.js';
import { ownDemoSettings } from '../../start/own-demo.js';
import { clearLeftovers, type StartContext } from '../../start/provide-servers.js';
import { startProduct } from '../../start/start-product.js';
import { Browsers } from '../browser/browsers.js';
import { placesOf } from '../tour/places.js';
import { tourOf } from '../tour/tour.js';
import type { Stop } from '../tour/stop.js';

/** The running product with the demo's cases, and a browser before it. */
export interface DemoTown {
  readonly baseUrl: string;
  /** The owner's connection. */
  readonly databaseUrl: string;
  readonly people: People;
  readonly browsers: Browsers;
  /** Every page that it has. */
  readonly stops: readonly Stop[];
  readonly progress: Progress;
}

export interface DemoTownOptions {
  readonly env: NodeJS.ProcessEnv;
  /** Where its data lie, and stay for the rest of the day. */
  readonly folder: string;
  readonly port: number;
  /** What an earlier run left is deleted, though it is of today. */
  readonly isAnew: boolean;
}

/** What is in the town is as old as the day on which it was led there: another day has another town. */
const DAY_FILE = 'day';

/** Brings a demo of its own up, does `work` in it and ends it; gives the exit code. */
export async function inDemoTown(
  options: DemoTownOptions,
  work: (town: DemoTown) => Promise<number>,
): Promise<number> {
  process.stdout.on('error', () => undefined);
  const write = (text: string): void => void process.stdout.write(text);
  const progress = progressLines({ write, terminal: process.stdout.isTTY === true });
  const supervisor = new Supervisor({ note: progress.note });
  const settings = ownDemoSettings(options.env, options.folder, options.port);
  const context = { settings, supervisor, progress };
  const asked = endAsked();
  let release = (): void => undefined;
  try {
    await makeRoom(context, options);
    release = beAlone(settings);
    return await Promise.race([lived(context, options.folder, work), asked.then(() => 130)]);
  } catch (error) {
    process.stderr.write(`\n${sentenceOf(error)}\n`);
    return 1;
  } finally {
    await supervisor.stopAll();
    release();
  }
}

async function makeRoom(context: StartContext, { folder, isAnew }: DemoTownOptions): Promise<void> {
  requireAlone(context.settings);
  const dayFile = join(folder, DAY_FILE);
  const isOfToday = existsSync(dayFile) && readFileSync(dayFile, 'utf8') === today();
  if (isAnew || !isOfToday) {
    await clearLeftovers(context);
    rmSync(folder, { recursive: true, force: true });
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(dayFile, today());
}

const today = (): string => new Date().toISOString().slice(0, 10);

async function lived(
  context: StartContext,
  folder: string,
  work: (town: DemoTown) => Promise<number>,
): Promise<number> {
  const { progress } = context;
  const product = await startProduct(context);
  await progress.stage(`${firstCases.length} demo cases`, () => ledOnce(context, product, folder));
  const people = new People(product.url, DEMO_PASSWORD);
  const browsers = await Browsers.open({ baseUrl: product.url, password: DEMO_PASSWORD });
  try {
    const titles = Object.fromEntries(firstCases.map(({ key, title }) => [title, key]));
    const stops = await tourOf(browsers, await placesOf(people, titles));
    return await work({
      baseUrl: product.url,
      databaseUrl: product.databaseUrl,
      people,
      browsers,
      stops,
      progress,
    });
  } finally {
    await browsers.close();
  }
}

async function ledOnce(
  context: StartContext,
  product: Awaited<ReturnType<typeof startProduct>>,
  folder: string,
): Promise<void> {
  const mark = join(folder, 'led');
  if (existsSync(mark)) return;
  await leadThere(context, product, () => false);
  writeFileSync(mark, '');
}
