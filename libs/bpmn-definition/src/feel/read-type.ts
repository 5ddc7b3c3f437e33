import type { Ast, TypeShape } from '@wuqing/expression';
import { shortened } from '../sentence.js';
import { refuse } from './expression-refusal.js';
import { knownName, longestName } from './known-name.js';
import type { Reader } from './reader.js';
import { nameText } from './token.js';

const typeNames: readonly string[] = [
  'Any',
  'Null',
  'boolean',
  'number',
  'string',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
  'list',
  'context',
  'range',
  'function',
];

/** Further spellings: DMN 1.3 has them in its schema. */
const spellings: ReadonlyMap<string, string> = new Map([
  ['any', 'Any'],
  ['null', 'Null'],
  ['dateTime', 'date and time'],
  ['dayTimeDuration', 'days and time duration'],
  ['yearMonthDuration', 'years and months duration'],
]);

const known = [...typeNames, ...spellings.keys()].map((name) => knownName(name, false));

/** `instance of T`, behind the value. */
export function readInstanceOf(reader: Reader, value: Ast, from: number): Ast {
  reader.expect('instance');
  reader.expect('of');
  return reader.made({ type: 'instance of', value, ...readShape(reader) }, from);
}

/** A type, as it stands behind `instance of` and behind the name of a parameter. */
export function readShape(reader: Reader, depth = 0): TypeShape {
  if (depth > 20) throw refuse(reader.peek(), '类型嵌套太深，请简化。');
  const typeName = readTypeName(reader);
  if (typeName === 'function' && reader.sees('<')) return readFunctionType(reader, depth);
  if (!reader.sees('<') || !['list', 'range', 'context'].includes(typeName)) return { typeName };
  reader.expect('<');
  const shape: TypeShape =
    typeName === 'context'
      ? { typeName, entries: readEntries(reader, depth) }
      : { typeName, item: readShape(reader, depth + 1) };
  reader.expect('>');
  return shape;
}

/** `<T, U>->R` */
function readFunctionType(reader: Reader, depth: number): TypeShape {
  const parameters: TypeShape[] = [];
  reader.expect('<');
  while (!reader.accepts('>')) {
    if (parameters.length > 0) reader.expect(',');
    parameters.push(readShape(reader, depth + 1));
  }
  reader.expect('-');
  reader.expect('>');
  return { typeName: 'function', parameters, result: readShape(reader, depth + 1) };
}

function readTypeName(reader: Reader): string {
  const { from, kind } = reader.peek();
  if (kind === 'end') throw reader.unexpected();
  // `null` and `function` are words of the grammar, and types here.
  const word = ['null', 'function'].find((one) => reader.sees(one));
  const name = word ?? longestName(known, reader.tokens, reader.at)?.name;
  if (name === undefined) {
    const written = /^[^,<>()[\]{}=]*/u.exec(reader.source.slice(from))?.[0].trim() ?? '';
    throw refuse({ from }, `不认识类型「${shortened(written)}」，可用：${typeNames.join('、')}。`);
  }
  reader.at += knownName(name, false).pieces.length;
  return spellings.get(name) ?? name;
}

function readEntries(reader: Reader, depth: number): { key: string; shape: TypeShape }[] {
  const entries: { key: string; shape: TypeShape }[] = [];
  do {
    const key = keyBeforeColon(reader, '请写成 context<名称: 类型>。');
    entries.push({ key, shape: readShape(reader, depth + 1) });
  } while (reader.accepts(','));
  return entries;
}

/** The text up to the next colon, which is taken too. */
function keyBeforeColon(reader: Reader, message: string): string {
  const { from } = reader.peek();
  while (!reader.sees(':')) {
    if (reader.peek().kind === 'end' || reader.sees('>')) throw refuse({ from }, message);
    reader.at++;
  }
  return nameText(reader.source.slice(from, reader.take().from));
}
