import { parseExpression, parseUnaryTests } from '@wuqing/bpmn-definition';
import { evaluate } from '@wuqing/expression';
import { instantOf, type Json } from '@wuqing/kernel';
import { drawing, ExpressionDrawer, toldNames } from './draw-expression.js';
import { NotFeel, type Node } from './node.js';
import { readSecond, readSecondCell } from './second-reader.js';
import { isWritten } from './second-refusals.js';
import { isIn, passes, Span, worth, type Names, type Worth } from './second-value.js';

const runs = Number(process.env['FEEL_ORACLE_RUNS'] ?? 3_000);
const seed = Number(process.env['FEEL_ORACLE_SEED'] ?? 20_261_129);

const names: Names = {
  x: 2,
  y: 3,
  yes: true,
  no: false,
  s: 'a',
  l: [1, 2, 3],
  p: { q: 2 },
  'profit and loss': 4,
  'net-worth': 1,
  'days in all': [2, 3],
};
const context = { now: instantOf('2026-08-24T02:00:00Z'), timeZone: 'Asia/Shanghai', hostFunctions: {} };
const options = { hostFunctionNames: [], variables: toldNames };
const refused = 'refused';

function ours(text: string, tested: Json | undefined): Json | typeof refused {
  const parsed = (tested === undefined ? parseExpression : parseUnaryTests)(text, options);
  if (!parsed.ok) return refused;
  const scope = { ...names, ...(tested !== undefined && { '?': tested }) } as Record<string, Json>;
  const result = evaluate(parsed.value ?? {}, (name) => scope[name], context);
  if (!result.ok) return `fault ${result.error.code}`;
  return tested === undefined || typeof result.value === 'boolean' ? result.value : null;
}

function second(text: string, tested: Json | undefined): Json | typeof refused {
  try {
    return jsonOf(tested === undefined ? whole(readSecond(text)) : cell(text, tested));
  } catch (error) {
    if (error instanceof NotFeel) return refused;
    throw error;
  }
}

/** A range by itself is no expression of ours. */
function whole(node: Node): Worth {
  if (node.is === 'range') throw new NotFeel('a range is no value of its own');
  return worth(node, names);
}

function cell(text: string, tested: Json): Worth {
  const { not, tests } = readSecondCell(text);
  const scope = { ...names, '?': tested as Worth };
  const held = tests.map((test) => answer(test, tested as Worth, scope));
  const any = held.includes(true) ? true : held.includes(null) ? null : false;
  return not ? (any === null ? null : !any) : any;
}

/** docs/feel.md, "Cells of decision tables". */
function answer(test: Node, tested: Worth, scope: Names): boolean | null {
  if (test.is === 'half') return passes(test, tested, scope);
  const value = worth(test, scope);
  if (isCondition(test)) return typeof value === 'boolean' ? value : null;
  const written = isWritten(test);
  const computed = !written && (test.is === 'call' || test.is === 'if' || mentions(test));
  if (computed && value === null) return null;
  const isAnswer = !written && (computed || (tested !== null && typeof tested !== 'boolean'));
  return isAnswer && typeof value === 'boolean' ? value : isIn(value, tested);
}

const isCondition = (node: Node): boolean =>
  ['between', 'in', 'type', 'some', 'every'].includes(node.is) ||
  (node.is === 'binary' && !'+-**/'.includes(node.sign)) ||
  (node.is === 'call' && node.name === 'not');

const mentions = (node: Node): boolean => JSON.stringify(node).includes('{"is":"name","name":"?"}');

function jsonOf(value: Worth): Json {
  if (value instanceof Span) return null;
  if (Array.isArray(value)) return value.map((one) => jsonOf(one as Worth));
  if (typeof value !== 'object' || value === null) return value as Json;
  return Object.fromEntries(Object.entries(value as Names).map(([name, one]) => [name, jsonOf(one)]));
}

/** Last digits of powers are left to the machine. */
const rounded = (value: Json): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'number' ? Number(part.toPrecision(12)) + 0 : part,
  );

interface Difference {
  readonly text: string;
  readonly tested?: Json | undefined;
  readonly ours: string;
  readonly second: string;
}

function compareAll(what: string, draw: (drawer: ExpressionDrawer) => string, tested: readonly Json[]) {
  const inCells = tested.length > 0;
  const drawer = new ExpressionDrawer(drawing(seed + Number(inCells)), inCells);
  const differences: Difference[] = [];
  let refusals = 0;
  for (let at = 0; at < runs; at++) {
    const text = draw(drawer);
    const value = inCells ? tested[at % tested.length] : undefined;
    const [mine, theirs] = [rounded(ours(text, value)), rounded(second(text, value))];
    if (mine === rounded(refused)) refusals++;
    if (mine !== theirs) differences.push({ text, tested: value, ours: mine, second: theirs });
  }
  if (process.env['FEEL_ORACLE_FIGURES'] === '1')
    process.stdout.write(`${what}: ${runs} drawn, ${refusals} refused, ${differences.length} differ\n`);
  differences.sort((one, other) => one.text.length - other.text.length);
  return { differences: differences.slice(0, 10), refused: refusals / runs };
}

const values: readonly Json[] = [2, 'a', true, false, 3, [1, 2]];

describe(`${runs} generated expressions (seed ${seed}) beside a second reader that shares no part`, () => {
  it.each([
    ['expressions', (drawer: ExpressionDrawer) => drawer.chain(2), []],
    ['cells', (drawer: ExpressionDrawer) => drawer.tests(), values],
  ] as const)('%s are read and valued alike, half comparisons refused alike', (what, draw, tested) => {
    const compared = compareAll(what, draw, tested);
    expect(compared.differences).toEqual([]);
    expect(compared.refused).toBeGreaterThan(0.05);
    expect(compared.refused).toBeLessThan(0.6);
  });
});
