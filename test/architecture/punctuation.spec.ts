import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../..');

/** A sign of Latin text that stands in a Chinese sentence: `ux.md`, Words. */
const HALF_WIDTH = /(?<=[\p{Script=Han}」』）》”])(?:[,;?!]|:(?! ))|[,;](?=[\p{Script=Han}「『（《“])/u;

/** Expressions and what is quoted of other languages. */
const CODE = /^\s*=|\$\{|^\/|\\p\{|\[\^/;

const sources = execFileSync('git', ['ls-files', 'apps', 'libs', 'workflows', 'activities', 'infra/dev'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => /\.tsx?$/.test(path) && !/\/migrations\/|spec\.ts|\.fixture\.ts|\/testing\//.test(path));

function* literalsOf(path: string): Generator<string> {
  const text = readFileSync(join(root, path), 'utf8');
  if (!/\p{Script=Han}/u.test(text)) return;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isStringLiteralLike(node) ||
      ts.isJsxText(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    )
      found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  yield* found;
}

it('of the product’s Chinese sentences is full-width', () => {
  const wrong = sources.flatMap((path) =>
    [...literalsOf(path)]
      .filter((text) => !CODE.test(text) && HALF_WIDTH.test(text))
      .map((text) => `${path}: ${text}`),
  );
  expect(wrong).toEqual([]);
});
