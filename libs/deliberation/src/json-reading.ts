import { err, ok, type Json, type JsonObject, type Result } from '@wuqing/kernel';

/**
 * Reading one field of a JSON input. Null and a missing field are the same: FEEL yields null for what is not set.
 * `expected` completes the sentence “Expected <key> to be …”.
 */
export interface FieldType<T> {
  readonly expected: string;
  readonly read: (value: Json) => T | undefined;
}

export const text: FieldType<string> = {
  expected: 'a text',
  read: (value) => (typeof value === 'string' ? value : undefined),
};
export const flag: FieldType<boolean> = {
  expected: 'true or false',
  read: (value) => (typeof value === 'boolean' ? value : undefined),
};
export const count: FieldType<number> = {
  expected: 'a number',
  read: (value) => (typeof value === 'number' ? value : undefined),
};
/** A head count, or the list of the persons. */
export const headCount: FieldType<number> = {
  expected: 'a number or a list of persons',
  read: (value) => (Array.isArray(value) ? value.length : count.read(value)),
};
export const texts: FieldType<readonly string[]> = {
  expected: 'a list of texts',
  read: (value) =>
    Array.isArray(value) && value.every((item) => typeof item === 'string') ? (value as string[]) : undefined,
};
export const objects: FieldType<readonly JsonObject[]> = {
  expected: 'a list of objects',
  read: (value) => (Array.isArray(value) && value.every(isObject) ? (value as JsonObject[]) : undefined),
};

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export type Fields = Readonly<Record<string, FieldType<unknown>>>;
export type ReadOf<F extends Fields> = {
  readonly [K in keyof F]?: F[K] extends FieldType<infer T> ? T : never;
};

/**
 * The named fields that are set, or a message beginning “Expected …”. A field that is not named is refused: lane
 * services take counts and roll, never a result that a client typed.
 */
export function readFields<F extends Fields>(input: JsonObject, fields: F): Result<ReadOf<F>, string> {
  const read: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(input)) {
    const type = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (type === undefined) return err(`Expected only ${Object.keys(fields).join(', ')}, found ${key}`);
    if (value === null || value === undefined) continue;
    const item = type.read(value);
    if (item === undefined)
      return err(`Expected ${key} to be ${type.expected}, found ${JSON.stringify(value).slice(0, 80)}`);
    read[key] = item;
  }
  return ok(read as ReadOf<F>);
}
