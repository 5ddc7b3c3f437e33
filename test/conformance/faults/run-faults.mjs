import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileDecisions } from '@wuqing/bpmn-definition';
import { evaluateDecision } from '@wuqing/decision';
import { instantOf } from '@wuqing/kernel';
import { compileOptions } from '@wuqing/publication';
import { Answer, Desk } from './desk.mjs';
import { engineCases } from './engine-cases.mjs';

/**
 * Runs a folder of faults: `engine/*.bpmn` and `.dmn` by the table of `engine-cases.mjs`, `decision/cases.json` (each a file, a
 * decision, its inputs and the right value). Answers with a row for each, and with the files of the folder that nobody ran.
 */
export async function runFaults(folder) {
  const rows = [
    ...(await engineRows(join(folder, 'engine'))),
    ...(await decisionRows(join(folder, 'decision'))),
  ];
  return { rows, unknown: unknownIn(folder) };
}

async function engineRows(folder) {
  const rows = [];
  for (const { model, what, ask, right } of engineCases) {
    if (!existsSync(join(folder, model))) continue;
    const answer = await answerOf(() => ask(new Desk(folder, model)));
    rows.push({
      row: `engine/${model}`,
      what,
      answer,
      isRight: isRight(answer, right),
      right: String(right),
    });
  }
  return rows;
}

/** An error is an answer, and never the right one, save a refusal that comes before the last step. */
async function answerOf(ask) {
  try {
    return await ask();
  } catch (error) {
    return error instanceof Answer ? error.message : `failed: ${error.message}`;
  }
}

const isRight = (answer, right) =>
  [right].flat().some((each) => (typeof each === 'string' ? each === answer : each.test(answer)));

/** Tables that no engine can decide: what is wrong in them is said, and said once. */
const refusedOnce = new Set(['23-refusal-says-nothing-written.dmn']);

async function decisionRows(folder) {
  const path = join(folder, 'cases.json');
  if (!existsSync(path)) return [];
  const rows = [];
  for (const { file, decision, inputs, right } of JSON.parse(readFileSync(path, 'utf8'))) {
    const answer = await answerOf(() => decided(readFileSync(join(folder, file), 'utf8'), decision, inputs));
    const expected = JSON.stringify(right);
    rows.push({
      row: `decision/${file} ${decision}`,
      what: JSON.stringify(inputs),
      answer,
      isRight: refusedOnce.has(file)
        ? /^refused: [^/]+$/.test(answer)
        : answer === expected || (right === null && answer.startsWith('fault: ')),
      right: refusedOnce.has(file) ? 'one sentence that refuses it' : expected,
    });
  }
  return rows;
}

async function decided(xml, decision, inputs) {
  const compiled = await compileDecisions(xml, { ...compileOptions, hostFunctionNames: [] });
  if (!compiled.ok) return `refused: ${compiled.error.map(({ message }) => message).join(' / ')}`;
  const context = { now: instantOf('2026-08-24T02:00:00Z'), timeZone: 'Asia/Shanghai', hostFunctions: {} };
  const result = evaluateDecision(compiled.value[decision], (name) => inputs[name], context);
  return result.ok ? JSON.stringify(result.value) : `fault: ${result.error.code} ${result.error.message}`;
}

/** Files that nobody ran: models without a row, and all that lies elsewhere. Prose beside a model is read by people. */
function unknownIn(folder) {
  const models = new Set(engineCases.flatMap(({ model, beside = [] }) => [model, ...beside]));
  const cases = join(folder, 'decision/cases.json');
  const tables = new Set(
    existsSync(cases) ? JSON.parse(readFileSync(cases, 'utf8')).map(({ file }) => file) : [],
  );
  const isKnown = (path) => {
    const [place, name = ''] = path.split('/');
    if (place === 'engine') return models.has(name) || (name.endsWith('.md') && isBeside(name, models));
    return place === 'decision' && (tables.has(name) || name === 'cases.json');
  };
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !isKnown(path))
    .sort();
}

const isBeside = (prose, models) =>
  [...models].some((model) => model.replace(/\.\w+$/, '') === prose.replace(/\.md$/, ''));
