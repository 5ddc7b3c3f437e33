import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileDecisions } from '@wuqing/bpmn-definition';
import { checkDefinition, compileOptions } from '@wuqing/publication';
import { treeOf } from '../round-trip/xml-tree.mjs';

const folder = dirname(fileURLToPath(import.meta.url));
const ENDING = '.trace.json';

const textAt = (path) => readFileSync(join(folder, path), 'utf8');
const paths = readdirSync(folder, { recursive: true })
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

/** Names of all golden traces: `gateways/exclusive` is `gateways/exclusive.bpmn` with its `.trace.json`. */
export const goldenNames = paths
  .filter((path) => path.endsWith(ENDING))
  .map((path) => path.slice(0, -ENDING.length));

/** The models and decision tables of the folder. */
export const modelPaths = paths.filter((path) => /\.(bpmn|dmn)$/.test(path));

export const goldenOf = (name) => JSON.parse(textAt(name + ENDING));

/** Path of a file that a trace names. */
export const besides = (name, file) => posix.join(posix.dirname(name), file);

/** Paths of all models of a trace: its own first, and those that it names, which stand beside it. */
export const modelsOf = (name, golden) => [
  `${name}.bpmn`,
  ...[golden.cases, golden.called, golden.decisions, { to: golden.migrateTo }]
    .flatMap((files) => Object.values(files ?? {}))
    .filter((file) => file !== undefined)
    .map((file) => besides(name, file)),
];

const published = new Map();

/** A file as publication reads, checks and compiles it: `process`, the rules that `warned`, `types`: element id → BPMN type. */
export function publishedAt(path) {
  if (!published.has(path)) published.set(path, publish(path));
  return published.get(path);
}

async function publish(path) {
  const xml = textAt(path);
  const checked = await checkDefinition(xml);
  if (!checked.ok) throw refusal(path, checked.error);
  const { process, warnings } = checked.value;
  return { process, warned: [...new Set(warnings.map(({ rule }) => rule))].sort(), types: typesIn(xml) };
}

export async function decisionAt(path, id) {
  const compiled = await compileDecisions(textAt(path), compileOptions);
  if (!compiled.ok) throw refusal(path, compiled.error);
  const decision = compiled.value[id];
  if (!decision) throw new Error(`Expected a decision ${id} in ${path}`);
  return decision;
}

const refusal = (path, problems) =>
  new Error(
    `Expected ${path} to be published:\n${problems.map(({ rule, elementId, message }) => `${rule} ${elementId ?? ''}: ${message}`).join('\n')}`,
  );

/** Element id → local name of its BPMN type. */
function typesIn(xml) {
  const types = {};
  const look = ({ name, attributes, children }) => {
    if (attributes.id) types[attributes.id] = capital(name.slice(name.indexOf('}') + 1));
    children.forEach(look);
  };
  look(treeOf(xml));
  return types;
}

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);
