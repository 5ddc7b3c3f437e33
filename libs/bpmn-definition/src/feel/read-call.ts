import {
  builtInFunctions,
  leftOutFunctions,
  patternFunctionNames,
  patternProblem,
  type Ast,
  type Signature,
} from '@wuqing/expression';
import { shortened } from '../sentence.js';
import { refuse } from './expression-refusal.js';
import { checkNegations } from './half-condition.js';
import type { Reader } from './reader.js';
import { nameText } from './token.js';

/** What stands between the brackets of a call: values in order, or each under a name. */
interface Argument {
  readonly name?: string;
  readonly value: Ast;
  readonly from: number;
}

/** The call of a value that holds a function: an entry of a context, a parameter, a definition in brackets. */
export function invocation(reader: Reader, target: Ast, from: number): Ast {
  const args = readArguments(reader);
  const names = args.flatMap(({ name }) => name ?? []);
  const node = { type: 'invoke', target, arguments: args.map(({ value }) => value) } as const;
  return reader.made(names.length > 0 ? { ...node, names } : node, from);
}

/** The call of one of FEEL's own functions or of the host's; others are refused. */
export function readCall(reader: Reader, name: string, from: number): Ast {
  const own = ownFunction(name);
  const host = reader.hostFunctions.some((known) => known.name === name);
  if (!own && !host) throw refuse({ from }, missingFunction(name));
  const args = readArguments(reader);
  const isNamed = args.some((argument) => argument.name !== undefined);
  const values = isNamed ? inPlaces(name, own, args) : args.map(({ value }) => value);
  if (own && (values.length < own.least || values.length > own.most)) {
    throw refuse(
      { from },
      `函数「${name}」要 ${numberText(own.least, own.most)} 个参数，这里写了 ${values.length} 个。`,
    );
  }
  checkPattern(name, values, from);
  const call = reader.made({ type: 'call', function: name, arguments: values } as const, from);
  if (reader.inTests) checkNegations(reader, [call]);
  return call;
}

const ownFunction = (name: string): Signature | undefined =>
  Object.hasOwn(builtInFunctions, name) && name !== '@' ? builtInFunctions[name] : undefined;

/** `(a, b)` or `(name: a, other: b)`. */
function readArguments(reader: Reader): Argument[] {
  reader.expect('(');
  const args: Argument[] = [];
  while (!reader.accepts(')')) {
    if (args.length > 0) reader.expect(',');
    args.push(readArgument(reader));
  }
  const [named] = args.filter(({ name }) => name !== undefined);
  const bare = named && args.find(({ name }) => name === undefined);
  if (bare) throw refuse(bare, '请写成「参数名: 值」。');
  const twice = args.find(
    ({ name }, at) => name !== undefined && args.findIndex((one) => one.name === name) < at,
  );
  if (twice) throw refuse(twice, `参数「${shortened(twice.name ?? '')}」给了两次，请删去一个。`);
  return args;
}

function readArgument(reader: Reader): Argument {
  const { from } = reader.peek();
  const length = nameLength(reader);
  if (length === 0) return { value: reader.expression(), from };
  const name = nameText(reader.source.slice(from, reader.peek(length).from).replace(/`/g, ''));
  reader.at += length + 1;
  return { name, value: reader.expression(), from };
}

/** How many pieces stand before a colon here; 0 where none does. */
function nameLength(reader: Reader): number {
  let length = 0;
  while (!endsName.has(reader.peek(length).text) && reader.peek(length).kind !== 'string') length++;
  return reader.sees(':', length) ? length : 0;
}

const endsName: ReadonlySet<string> = new Set(['', ':', ',', '(', ')', '[', ']', '{', '}']);

/** A pattern that stands in the expression is read at once; one that comes from data is null where it cannot be. */
function checkPattern(name: string, args: readonly Ast[], from: number): void {
  if (!patternFunctionNames.includes(name)) return;
  const pattern = args[1];
  const flags = name === 'matches' ? args[2] : args[3];
  if (pattern?.type !== 'literal' || typeof pattern.value !== 'string') return;
  const letters = flags?.type === 'literal' && typeof flags.value === 'string' ? flags.value : '';
  const problem = patternProblem(pattern.value, letters);
  if (problem !== undefined) throw refuse({ from }, `函数「${name}」的正则表达式不能用：${problem}`);
}

const missingFunction = (name: string): string => {
  const reason = leftOutFunctions.get(name);
  return reason === undefined
    ? `没有函数「${shortened(name)}」，请改用已有的函数。`
    : `不支持函数「${name}」：${reason}。`;
};

const numberText = (least: number, most: number): string => {
  if (most >= 255) return `至少 ${least}`;
  return least === most ? String(least) : `${least} 至 ${most}`;
};

/**
 * Named arguments in their places, by the signature that has all their names, in their order where there is one so:
 * `before(point, range)` and `before(range, point)` differ in nothing else. One left out is null.
 */
function inPlaces(name: string, own: Signature | undefined, args: readonly Argument[]): Ast[] {
  if (!own) throw refuse(args[0] ?? { from: 0 }, `函数「${name}」的参数请按顺序写，不写参数名。`);
  const written = args.map((argument) => argument.name ?? '');
  const signatures = [own.parameters, ...(own.alternatives ?? [])];
  const fits = (names: readonly string[]) => written.every((parameter) => names.includes(parameter));
  const inOrder = (names: readonly string[]) =>
    written.every(
      (parameter, at) => at === 0 || names.indexOf(parameter) > names.indexOf(written[at - 1] ?? ''),
    );
  const fitting = signatures.find((names) => fits(names) && inOrder(names)) ?? signatures.find(fits);
  if (!fitting) {
    const foreign = args.find((argument) => !own.parameters.includes(argument.name ?? '')) ?? args[0];
    const known = signatures.map((names) => names.join('、')).join(' 或 ');
    throw refuse(
      foreign ?? { from: 0 },
      `函数「${name}」没有参数「${shortened(foreign?.name ?? '')}」，可用：${known}。`,
    );
  }
  const values: Ast[] = [];
  for (const { name: parameter = '', value } of args) values[fitting.indexOf(parameter)] = value;
  return Array.from(values, (value) => value ?? { type: 'literal', value: null });
}
