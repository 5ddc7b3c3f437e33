import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { DATA_FOLDER } from '../places.js';
import { Supervisor } from '../process/supervisor.js';
import { progressLines, type Progress } from '../progress.js';
import { sentenceOf } from '../sentence-of.js';
import { SetupFailure } from '../setup-failure.js';
import { fillDesks } from '../first-cases/fill-desks.js';
import { beAlone, endAsked, requireAlone } from './one-run.js';
import { startProduct, type RunningProduct } from './start-product.js';
import { clearLeftovers } from './provide-servers.js';
import { startSettings, type StartSettings } from './settings.js';

/** `npm start`: brings everything up, stays until Ctrl-C, ends everything. Gives the exit code. */
export async function runStart(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  process.stdout.on('error', () => undefined); // a reader that went away (`npm start | head`) is no reason to fall over
  const progress = progressLines({
    write: (text) => process.stdout.write(text),
    terminal: process.stdout.isTTY === true,
  });
  const settings = startSettings(env);
  const supervisor = new Supervisor({ note: progress.note });
  const context = { settings, supervisor, progress };
  const asked = endAsked();
  let release = (): void => undefined;
  try {
    requireAlone(settings);
    if (argv.includes('--reset') && !(await reset(context, argv.includes('--yes')))) return 0;
    release = beAlone(settings);
    const product = await Promise.race([startProduct(context), asked.then(() => null)]);
    if (product) {
      showProduct(progress, settings, product);
      if (settings.demo) await Promise.race([fillDesks(context, product, asked), asked]);
      await asked;
    }
    progress.note('ending …');
    return product ? 0 : 130;
  } catch (error) {
    process.stderr.write(`\n${sentenceOf(error)}\n`);
    return 1;
  } finally {
    await supervisor.stopAll();
    release();
  }
}

/** Deletes `.data` once the person says yes; false if not. */
async function reset(context: Parameters<typeof clearLeftovers>[0], sure: boolean): Promise<boolean> {
  if (!sure && !(await confirmed())) {
    context.progress.note('Nothing was deleted.');
    return false;
  }
  await clearLeftovers(context);
  rmSync(DATA_FOLDER, { recursive: true, force: true });
  context.progress.note(`✓ ${DATA_FOLDER} is deleted`);
  return true;
}

async function confirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new SetupFailure(
      '`--reset` deletes every case under .data: add `--yes` where nobody can be asked.',
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('Delete all data of this checkout (.data), every case in it? y/N ');
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

function showProduct(
  progress: Progress,
  settings: StartSettings,
  { url, databaseUrl, temporalAddress, seeded }: RunningProduct,
): void {
  progress.note(`\npages     ${url}${settings.demo ? `\nOpenAPI   ${url}/api/docs` : ''}`);
  progress.note(`Temporal  ${temporalAddress}, namespace ${settings.namespace}`);
  progress.note(`logs      ${settings.logFolder}`);
  if (settings.demo) progress.note(`database  ${databaseUrl}`); // with its password: the data are invented
  showAccounts(progress, seeded);
  progress.note(`\nready ${url}`);
}

/** A demo's accounts each time; else what opens the first one, as long as nobody has a password. */
function showAccounts(progress: Progress, { accounts, password, isClosed }: RunningProduct['seeded']): void {
  if (isClosed)
    progress.note('\nno account has a password yet: `npm run create-admin` invites the first administrator');
  if (password === null) return;
  progress.note(`\ndemo mode: invented people, every account has the password ${password}`);
  for (const { login, title, sees } of accounts) progress.note(`  ${login.padEnd(16)} ${title}：${sees}`);
}
