import { readFileSync } from 'node:fs';

/** As much of a JSON schema of `openapi.json` as a sample needs. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minimum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
}

interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header' | 'cookie';
  readonly schema: Schema;
}

interface Described {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
  readonly responses: Readonly<Record<string, unknown>>;
}

/** A place in a body: names of fields, numbers of items. */
export type Place = readonly (string | number)[];

export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly body: Schema | undefined;
  readonly queries: readonly string[];
  readonly parameters: readonly string[];
  /** Statuses that the description promises. */
  readonly answers: readonly number[];
}

const namesIn = ({ parameters = [] }: Described, where: Parameter['in']): string[] =>
  parameters.filter((one) => one.in === where).map(({ name }) => name);

const file = new URL('../../../openapi.json', import.meta.url);
const document = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

/** Every operation of the committed description; a new one is among them by being described. */
export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => ({
    method: method.toUpperCase(),
    path,
    body: described.requestBody && resolved(described.requestBody.content['application/json'].schema),
    queries: namesIn(described, 'query'),
    parameters: namesIn(described, 'path'),
    answers: Object.keys(described.responses).map(Number),
  })),
);

function resolved(schema: Schema): Schema {
  const [only] = schema.allOf ?? [];
  if (only) return resolved(only);
  if (schema.$ref === undefined) return schema;
  return resolved(document.components.schemas[schema.$ref.split('/').at(-1)!]!);
}

/** Every place of a body in which a client may put something, items and their fields among them. */
export function placesOf(schema: Schema, place: Place = []): Place[] {
  const { properties = {}, items } = resolved(schema);
  const below = Object.entries(properties).flatMap(([name, inner]) => placesOf(inner, [...place, name]));
  return [place, ...below, ...(items ? placesOf(items, [...place, 0]) : [])];
}

/** Whether a text may stand at that place of a body: what says nothing of its kind takes any. */
export function takesText(schema: Schema, [key, ...below]: Place): boolean {
  const { type, properties, items } = resolved(schema);
  if (key === undefined) return type === undefined ? properties === undefined : type === 'string';
  const inner = typeof key === 'number' ? items : properties?.[key];
  return inner !== undefined && takesText(inner, below);
}

/** A body as it should be, of required fields and of whatever lies on the way to `place`. */
export function sampleOf(
  schema: Schema,
  known: Readonly<Record<string, unknown>>,
  place: Place = [],
  name = '',
): unknown {
  const { type, properties, required = [], items, format, minimum, ...rest } = resolved(schema);
  if (Object.hasOwn(known, name)) return known[name];
  if (rest.enum) return rest.enum[0];
  if (properties) {
    const wanted = Object.keys(properties).filter((key) => required.includes(key) || key === place[0]);
    const inside = (key: string): Place => (key === place[0] ? place.slice(1) : []);
    return Object.fromEntries(
      wanted.map((key) => [key, sampleOf(properties[key]!, known, inside(key), key)]),
    );
  }
  if (items) return [sampleOf(items, known, place.slice(1), name)];
  if (type === 'object') return {};
  if (type === 'integer' || type === 'number') return minimum ?? 1;
  if (type === 'boolean') return true;
  return format === 'uuid' ? '99999999-9999-4999-8999-999999999999' : 'x';
}

/** The sample with `value` at `place`, written out; `value` is JSON text. */
export function bodyWith(sample: unknown, place: Place, value: string): string {
  const [key, ...below] = place;
  if (key === undefined) return value;
  if (Array.isArray(sample)) return `[${bodyWith(sample[0], below, value)}]`;
  const fields = Object.entries(sample as Readonly<Record<string, unknown>>).filter(([name]) => name !== key);
  const inner = (sample as Readonly<Record<string, unknown>>)[key];
  const others = fields.map(([name, one]) => `${JSON.stringify(name)}:${JSON.stringify(one)}`);
  return `{${[...others, `${JSON.stringify(key)}:${bodyWith(inner, below, value)}`].join(',')}}`;
}
