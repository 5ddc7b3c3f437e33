import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker, bundleWorkflowCode } from '@temporalio/worker';
import { parseExpression } from '@wuqing/bpmn-definition';
import { ensureNamespace } from '@wuqing/dev-runtime';
import type { Ast } from '@wuqing/expression';
import fc from 'fast-check';
import { chromium } from 'playwright-core';
import { expressions } from '../../../libs/bpmn-definition/src/feel/expressions.fixture.js';
import { serversOfRun } from '../../harness/product.js';
import { answersTo } from './answers.js';

const NAMESPACE = 'wuqing-test';
const FIXTURES = join(import.meta.dirname, '../../../libs/bpmn-definition/src/feel/fixtures');
const GENERATED = 50;
const SEED = 20261126;

/** Ours beside FEEL's own: what is counted by the calendar, and what a zone decides. */
const MORE = [
  'add working days(date("2026-09-28"), 5)',
  'today()',
  'now()',
  'date and time("2026-08-24T10:00:00")',
  'date and time("2026-08-24T10:00:00@America/New_York")',
  'date and time("2026-11-01T01:30:00@America/New_York") + duration("PT2H")',
  'string(date and time("2026-08-24T10:00:00Z"))',
  '"ß" < "z" and "ä" > "z"',
  'upper case("straße İ")',
  '0.1 + 0.2',
];

const linesOf = (name: string): string[] =>
  readFileSync(join(FIXTURES, name), 'utf8')
    .trim()
    .split('\n')
    .flatMap((line) => line.split(' => ').slice(0, 1));

function sources(): string[] {
  const drawn = Object.values(expressions).flatMap((kind) =>
    fc.sample(kind, { numRuns: GENERATED, seed: SEED }),
  );
  return [...linesOf('reference.feel'), ...linesOf('expressions.feel'), ...MORE, ...drawn];
}

const parsed = (source: string): Ast[] => {
  const answer = parseExpression(source, { hostFunctionNames: ['add working days'] });
  return answer.ok ? [answer.value] : [];
};

async function inAWorkflow(asts: readonly Ast[]): Promise<string[]> {
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
  const { temporalAddress: address } = serversOfRun();
  await ensureNamespace(address, NAMESPACE);
  const taskQueue = `feel-${randomUUID()}`;
  const connection = await NativeConnection.connect({ address });
  const workflowBundle = await bundleWorkflowCode({
    workflowsPath: join(import.meta.dirname, 'answers.workflow.ts'),
    logger: new DefaultLogger('ERROR'),
    webpackConfigHook: (config) => ({
      ...config,
      resolve: { ...config.resolve, conditionNames: ['source', 'import', 'require', 'node', 'default'] },
    }),
  });
  const worker = await Worker.create({ connection, namespace: NAMESPACE, taskQueue, workflowBundle });
  const client = new Client({ connection: await Connection.connect({ address }), namespace: NAMESPACE });
  const said = await worker.runUntil(
    client.workflow.execute('answers', { taskQueue, workflowId: taskQueue, args: [asts] }),
  );
  await Promise.all([connection.close(), client.connection.close()]);
  return said as string[];
}

async function inABrowser(asts: readonly Ast[]): Promise<string[]> {
  const { stdout: content } = await promisify(execFile)(
    process.execPath,
    [join(import.meta.dirname, 'page-script.mjs')],
    { maxBuffer: 64 * 1024 * 1024, env: { PATH: process.env['PATH'] } },
  );
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    // A machine of another language and another zone than the town's.
    const page = await browser.newPage({ locale: 'tr-TR', timezoneId: 'America/New_York' });
    await page.addScriptTag({ content });
    return await page.evaluate(
      (all) => (globalThis as unknown as { answersTo: typeof answersTo }).answersTo(JSON.parse(all)),
      JSON.stringify(asts),
    );
  } finally {
    await browser.close();
  }
}

describe('an expression', () => {
  const all = sources().flatMap((source) => parsed(source).map((ast) => ({ source, ast })));
  const asts = all.map(({ ast }) => ast);
  const here = answersTo(asts);
  const beside = (there: readonly string[]) => all.map(({ source }, index) => `${source} => ${there[index]}`);

  it('is one of many', () => expect(all.length).toBeGreaterThan(700));

  it(
    'says in a workflow what it says here',
    async () => expect(beside(await inAWorkflow(asts))).toEqual(beside(here)),
    120_000,
  );

  it(
    'says in a browser of another language and zone what it says here',
    async () => expect(beside(await inABrowser(asts))).toEqual(beside(here)),
    120_000,
  );
});
