import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER } from '../places.js';
import { Supervisor } from '../process/supervisor.js';
import { progressLines } from '../progress.js';
import { sentenceOf } from '../sentence-of.js';
import { beAlone, endAsked, requireAlone } from '../start/one-run.js';
import { ownDemoSettings } from '../start/own-demo.js';
import { clearLeftovers, type StartContext } from '../start/provide-servers.js';
import { startProduct } from '../start/start-product.js';
import { demonstrate } from './demonstrate.js';
import { openTimeMachine } from './time-machine.js';

const DEMO_FOLDER = join(DATA_FOLDER, 'demo');
const DEMO_PORT = 3_100;

/** `npm run demo`: a product of its own under `.data/demo`, two cases told while they run, then everything ends. */
export async function runDemo(env: NodeJS.ProcessEnv): Promise<number> {
  process.stdout.on('error', () => undefined);
  const write = (text: string): void => void process.stdout.write(text);
  const progress = progressLines({ write, terminal: process.stdout.isTTY === true });
  const supervisor = new Supervisor({ note: progress.note });
  const context = { settings: ownDemoSettings(env, DEMO_FOLDER, DEMO_PORT), supervisor, progress };
  const asked = endAsked();
  let release = (): void => undefined;
  try {
    await beginAnew(context);
    release = beAlone(context.settings);
    const ended = await Promise.race([demo(context), asked.then(() => 'asked' as const)]);
    if (ended === 'asked') progress.note('\n演示中断，正在停止 …');
    return ended === 'asked' ? 130 : 0;
  } catch (error) {
    process.stderr.write(`\n${sentenceOf(error)}\n`);
    return 1;
  } finally {
    await supervisor.stopAll();
    release();
  }
}

/** Each demonstration has the same township before it; what an earlier one left is deleted. */
async function beginAnew(context: StartContext): Promise<void> {
  requireAlone(context.settings);
  await clearLeftovers(context);
  rmSync(DEMO_FOLDER, { recursive: true, force: true });
}

async function demo(context: StartContext): Promise<void> {
  const product = await startProduct(context);
  const timeMachine = await openTimeMachine(context.settings, product);
  try {
    await demonstrate(product.url, timeMachine.fastForward, context.progress.note);
  } finally {
    await timeMachine.close();
  }
}
