import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../..');

/** A sign of Latin text that stands in a Chinese sentence: `ux.md`, Words. */
const HALF_WIDTH = /(?<=[\p{Script=Han}」』）》”])(?:[,;?!]|:(?! ))|[,;](?=[\p{Script=Han}「『（《“])/u;

/** Expressions and what is quoted of other languages. */
const CODE = /^\s*=|\$\{|^\/|\\p\{|\[\^/;

const tracked = (...places: string[]): string[] =>
  execFileSync('git', ['ls-files', ...places], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter(Boolean);

const sources = tracked('apps', 'libs', 'workflows', 'activities', 'infra/dev').filter(
  (path) => /\.tsx?$/.test(path) && !/\/migrations\/|spec\.ts|\.fixture\.ts|\/testing\//.test(path),
);

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

/** In names also brackets: 「七（2）实施结果公开」. */
const HALF_WIDTH_NAME = new RegExp(
  `${HALF_WIDTH.source}|(?<=\\p{Script=Han})[()]|[()](?=\\p{Script=Han})`,
  'u',
);

/** What an attribute or element of a BPMN file says; words that a program reads (`values="甲,乙"`) and expressions are none. */
function* textsOfXml(text: string): Generator<string> {
  for (const [, name, value] of text.matchAll(/([\w:]+)="([^"]*)"/g)) if (name !== 'values') yield value!;
  for (const [, value] of text.matchAll(/>([^<>]+)</g)) yield value!;
}

/** Every text of a form, a decision table, a list. */
function* textsOfJson(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      yield key;
      yield* textsOfJson(inner);
    }
}

describe('of the library that is shipped', () => {
  const files = tracked('libs/process-library').filter((path) => /\.(bpmn|dmn|json)$/.test(path));
  const textsOf = (path: string): string[] => {
    const text = readFileSync(join(root, path), 'utf8');
    return [...(path.endsWith('.json') ? textsOfJson(JSON.parse(text)) : textsOfXml(text))];
  };

  it('is full-width in every name, form and template', () => {
    expect(files.filter((path) => path.endsWith('.bpmn')).length).toBeGreaterThan(3);
    const wrong = files.flatMap((path) =>
      textsOf(path)
        .filter((text) => !CODE.test(text) && HALF_WIDTH_NAME.test(text))
        .map((text) => `${path}: ${text}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['七(2) 实施结果公开', true],
    ['是否成立?', true],
    ['督办阶梯:镇确认', true],
    ['提议,商议', true],
    ['七（2）实施结果公开', false],
    ['A (B)', false],
  ])('「%s」', (text, isHalf) => expect(HALF_WIDTH_NAME.test(text)).toBe(isHalf));
});
