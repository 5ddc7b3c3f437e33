import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { rooms } from '../law-of-arrows.js';

/**
 * Measures the house from its sources: files, functions, imports between files and between rooms.
 * Type-only imports count: a circle is a circle.
 */
export function survey(root) {
  const all = rooms.flatMap((room) =>
    sourcesOf(join(root, room.path, 'src')).map((path) => measure(root, room, path)),
  );
  const files = all.filter(({ path }) => !isFixture(path));
  return {
    files,
    fixtures: all.filter(({ path }) => isFixture(path)),
    circles: circlesOf(all),
    breaches: breachesOf(all),
    floors: floorsOf(all),
  };
}

/** What specs of a room share. It is not built, but the law of arrows holds for it. */
const isFixture = (path) => /\.fixture\.tsx?$/.test(path);

function sourcesOf(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) =>
        /\.tsx?$/.test(name) &&
        !/\.(real-)?spec\.tsx?$/.test(name) &&
        !name.endsWith('.d.ts') &&
        !name.includes('generated/'),
    )
    .map((name) => join(folder, name));
}

function measure(root, room, path) {
  const text = readFileSync(path, 'utf8');
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const functions = [];
  const imports = [];
  visit(source, (node) => {
    if (ts.isFunctionLike(node) && node.body) functions.push(linesOf(source, node));
    const specifier = specifierOf(node);
    if (specifier) imports.push(specifier);
  });
  return {
    room: room.name,
    path: relative(root, path),
    lines: text.split('\n').length - 1,
    comments: commentLines(text),
    functions,
    imports: imports.map((specifier) => ({ specifier, target: targetOf(root, path, specifier) })),
  };
}

function visit(node, see) {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

const linesOf = (source, node) =>
  source.getLineAndCharacterOfPosition(node.end).line -
  source.getLineAndCharacterOfPosition(node.getStart()).line +
  1;

function specifierOf(node) {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
    return node.moduleSpecifier.text;
  if (
    ts.isCallExpression(node) &&
    node.expression.kind === ts.SyntaxKind.ImportKeyword &&
    ts.isStringLiteral(node.arguments[0])
  ) {
    return node.arguments[0].text;
  }
  return undefined;
}

const commentLines = (text) => text.split('\n').filter((line) => /^\s*(\/\/|\/?\*)/.test(line)).length;

/** The source file that an import means, from the root; undefined for a package from outside. */
function targetOf(root, from, specifier) {
  if (specifier.startsWith('.')) {
    const stem = resolve(dirname(from), specifier.replace(/\.js$/, ''));
    const found = [`${stem}.ts`, `${stem}.tsx`].find((candidate) => existsSync(candidate));
    return found && relative(root, found);
  }
  const room = rooms.find(({ name }) => specifier === `@wuqing/${name}`);
  return room && `${room.path}/src/index.ts`;
}

/** Strongly connected components of more than one file (Tarjan). */
function circlesOf(files) {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const index = new Map();
  const low = new Map();
  const stack = [];
  const circles = [];
  const connect = (path) => {
    index.set(path, index.size);
    low.set(path, index.get(path));
    stack.push(path);
    for (const { target } of byPath.get(path).imports) {
      if (!target || !byPath.has(target)) continue;
      if (!index.has(target)) {
        connect(target);
        low.set(path, Math.min(low.get(path), low.get(target)));
      } else if (stack.includes(target)) low.set(path, Math.min(low.get(path), index.get(target)));
    }
    if (low.get(path) !== index.get(path)) return;
    const component = stack.splice(stack.indexOf(path));
    if (component.length > 1) circles.push(component);
  };
  for (const { path } of files) if (!index.has(path)) connect(path);
  return circles;
}

/** What draws at random for specs. */
const isOfSpecs = (specifier) => specifier === 'fast-check';

/** Imports that the law of arrows forbids. */
function breachesOf(files) {
  return files.flatMap((file) => {
    const { restriction } = rooms.find(({ name }) => name === file.room);
    const forbidden = new RegExp(restriction.regex, 'u');
    return file.imports
      .filter(({ specifier }) => forbidden.test(specifier) && !(isFixture(file.path) && isOfSpecs(specifier)))
      .map(({ specifier }) => `${file.path} imports ${specifier}`);
  });
}

/** Longest chain of rooms above kernel, kernel itself being floor 1. */
function floorsOf(files) {
  const imports = new Map(rooms.map(({ name }) => [name, new Set()]));
  for (const file of files) {
    for (const { specifier } of file.imports) {
      const target = specifier.match(/^@wuqing\/([^/]+)/)?.[1];
      if (target && target !== file.room) imports.get(file.room).add(target);
    }
  }
  const heights = new Map();
  const heightOf = (name, path = []) => {
    if (path.includes(name)) return Infinity;
    if (!heights.has(name))
      heights.set(
        name,
        1 + Math.max(0, ...[...(imports.get(name) ?? [])].map((below) => heightOf(below, [...path, name]))),
      );
    return heights.get(name);
  };
  return new Map(rooms.map(({ name }) => [name, heightOf(name)]));
}
