import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../..');

/** What reads a clock to judge or waits for nothing: the suite asks what is answered, `npm run bench:…` how soon. */
const TIMED = ['performance', 'cpuUsage', 'hrtime', 'waitForTimeout'];

/** The promise itself is a time that goes by. */
const PROMISED = ['test/journeys/phone/phone.real-spec.ts: waitForTimeout'];

const specs = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*spec.ts', '*spec.tsx'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((path) => path && !path.endsWith('.bench.spec.ts'));

const timedIn = (path: string, text: string): string[] => {
  const found = new Set<string>();
  if (!TIMED.some((word) => text.includes(word))) return [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && TIMED.includes(node.text)) found.add(`${path}: ${node.text}`);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return [...found];
};

it('finds whoever takes the time', () => {
  expect(timedIn('a', 'const began = performance.now();')).toEqual(['a: performance']);
  expect(timedIn('a', 'await page.waitForTimeout(5);')).toEqual(['a: waitForTimeout']);
  expect(timedIn('a', '// performance is measured elsewhere')).toEqual([]);
});

it('no test of the suite judges time, and none waits for nothing', () => {
  expect(specs.length).toBeGreaterThan(500);
  const found = specs.flatMap((path) => timedIn(path, readFileSync(join(root, path), 'utf8')));
  expect(found).toEqual(PROMISED);
});
