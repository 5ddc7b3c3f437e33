import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { queueNames } from '@wuqing/persistence';
import ts from 'typescript';

const worker = resolve(import.meta.dirname, '../../apps/worker/src');
/** Where time passes: the one loop, and the wait for Temporal before there is anything to do. */
const WAITS = ['repeated-work.ts', 'temporal-host/temporal-host.ts'];
/** Who opens transactions: the one way of handling rows, its loop, and what is carried outside of one. */
const TRANSACTIONS = [
  'repeated-work.ts',
  'row-work/each-row.ts',
  'outbox-delivery/outbox-delivery.ts',
  'file-sweep/file-sweep.ts',
  'operator-wishes/operator-wishes.ts',
  'temporal-host/temporal-host.ts',
];
/** What the Temporal workers name, and both services of their clock: no rows of a loop. */
const NAMED_ELSEWHERE = ['journal-entry', 'definition', 'machine-clock'];

interface Source {
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

const sources: Source[] = readdirSync(worker, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('spec.ts'))
  .map((path) => {
    const text = readFileSync(join(worker, path), 'utf8');
    return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true) };
  });

const where = (matches: (source: Source) => boolean): string[] =>
  sources.filter(matches).map(({ path }) => path);

const has = (tree: ts.SourceFile, matches: (node: ts.Node) => boolean): boolean => {
  const seek = (node: ts.Node): boolean => matches(node) || (ts.forEachChild(node, seek) ?? false);
  return seek(tree);
};

const isEndless = (node: ts.Node): boolean =>
  ts.isWhileStatement(node) ||
  ts.isDoStatement(node) ||
  (ts.isForStatement(node) && node.condition === undefined);

const namesTimer = (node: ts.Node): boolean =>
  ts.isIdentifier(node) &&
  ['setTimeout', 'setInterval', 'setImmediate', 'Cron', 'Interval'].includes(node.text);

describe('the loops of the worker', () => {
  it('are one loop: nobody else waits or repeats by himself', () => {
    expect(where(({ tree }) => has(tree, (node) => isEndless(node) || namesTimer(node))).sort()).toEqual(
      WAITS,
    );
  });

  it('handle rows through queues only: nobody else opens a transaction', () => {
    const opens = (node: ts.Node): boolean =>
      ts.isPropertyAccessExpression(node) &&
      node.name.text === 'run' &&
      /unitOfWork$/i.test(node.expression.getText());
    const opening = where(({ tree }) => has(tree, opens));
    expect(opening.filter((path) => !TRANSACTIONS.includes(path))).toEqual([]);
  });

  it('come from one place, which alone begins and ends them', () => {
    expect(where(({ text }) => text.includes('loops.add('))).toHaveLength(11);
    expect(where(({ text }) => /implements .*OnApplicationBootstrap/.test(text)).sort()).toEqual([
      'loops.ts',
      'temporal-host/temporal-host.ts',
    ]);
  });

  it('are made in that place only', () => {
    expect(where(({ text }) => text.includes('new RepeatedWork('))).toEqual(['loops.ts']);
    expect(where(({ text }) => text.includes('new EachRow('))).toEqual(['repeated-work.ts']);
  });

  it('take no work but queues', () => {
    const options = sources.find(({ path }) => path === 'repeated-work.ts')!.text;
    const [, body = ''] = /interface RepeatedWorkOptions \{([\s\S]*?)\n\}/.exec(options) ?? [];
    const members = [...body.matchAll(/readonly (\w+)\??:/g)].map(([, name]) => name);
    expect(members).toEqual(['name', 'actor', 'queues', 'idleMs', 'paceMs']);
  });

  it('know every queue by its name, and no other', () => {
    const used = sources.flatMap(({ text }) =>
      [...text.matchAll(/\bqueue: '([a-z-]+)'/g)].map(([, name]) => name!),
    );
    expect([...new Set(used)].sort()).toEqual(
      queueNames.filter((name) => !NAMED_ELSEWHERE.includes(name)).sort(),
    );
  });
});
