import type { Json, JsonObject } from '@wuqing/kernel';
import { isReaderLevel, type FormDefinition, type ReaderLevel } from './form-definition.js';
import { maskKinds, maskText, type MaskKind } from './mask-text.js';
import { fieldsOf, isJsonObject, itemOf, resolveSchema } from './read-schema.js';

type Levels = ReadonlySet<ReaderLevel>;

/** Everybody reads P, and who handles at T belongs to V; nobody gets N but by name. */
function levelsHeld(levels: readonly ReaderLevel[]): Levels {
  const held = new Set<ReaderLevel>(['P', ...levels]);
  if (held.has('T')) held.add('V');
  return held;
}

const maskKindOf = (schema: JsonObject): MaskKind | null =>
  maskKinds.find((kind) => kind === schema['x-mask']) ?? null;

/** The level that sees the shortened value; null where there is none. */
function maskedLevelOf(schema: JsonObject, level: ReaderLevel): ReaderLevel | null {
  if (maskKindOf(schema) === null) return null;
  const said = schema['x-masked-for'];
  if (isReaderLevel(said)) return said;
  return level === 'T' ? 'V' : null;
}

/** A field without a level of its own has that of the object it lies in; a form that states none is for N alone. */
export const levelOf = (schema: JsonObject, above: ReaderLevel): ReaderLevel =>
  isReaderLevel(schema['x-reader']) ? schema['x-reader'] : above;

function maskValue(value: Json, kind: MaskKind): Json | undefined {
  if (typeof value === 'string') return maskText(kind, value);
  if (!Array.isArray(value)) return undefined;
  const masked = value.map((item) => maskValue(item as Json, kind));
  return masked.every((item) => item !== undefined) ? masked : undefined;
}

interface Reading {
  readonly root: JsonObject;
  readonly held: Levels;
}

function readValue(value: Json, schema: JsonObject, level: ReaderLevel, reading: Reading): Json | undefined {
  if (!reading.held.has(level)) return readMasked(value, schema, level, reading.held);
  if (Array.isArray(value)) return readItems(value as readonly Json[], schema, level, reading);
  return isJsonObject(value) ? readFields(value, schema, level, reading) : value;
}

function readMasked(value: Json, schema: JsonObject, level: ReaderLevel, held: Levels): Json | undefined {
  const kind = maskKindOf(schema);
  const maskedFor = maskedLevelOf(schema, level);
  return kind !== null && maskedFor !== null && held.has(maskedFor) ? maskValue(value, kind) : undefined;
}

function readItems(items: readonly Json[], schema: JsonObject, level: ReaderLevel, reading: Reading): Json {
  const item = itemOf(schema, reading.root);
  const own = levelOf(item, level);
  return items.map((one) => readValue(one, item, own, reading)).filter((one) => one !== undefined);
}

function readFields(value: JsonObject, schema: JsonObject, level: ReaderLevel, reading: Reading): JsonObject {
  const read: Record<string, Json> = {};
  for (const [key, field] of Object.entries(fieldsOf(schema, reading.root))) {
    const item = Object.hasOwn(value, key) ? value[key] : undefined;
    const shown = item === undefined ? undefined : readValue(item, field, levelOf(field, level), reading);
    if (shown !== undefined) read[key] = shown;
  }
  return read;
}

/**
 * The answer as a reader who holds `levels` may see it: fields of other levels are left out, or shortened where the
 * form says so (`x-mask`). A field inside an object he may not read stays hidden whatever its own level. Fields the
 * form does not name are left out; what is no answer at all (a row that other hands wrote) has no fields.
 */
export function maskFor(form: FormDefinition, data: JsonObject, levels: readonly ReaderLevel[]): JsonObject {
  const root = form.schema;
  const schema = resolveSchema(root, root);
  // The root's level is only the default of its fields: a form of level N may still have a public title.
  const reading = { root, held: levelsHeld(levels) };
  return isJsonObject(data) ? readFields(data, schema, levelOf(schema, 'N'), reading) : {};
}

/** What may be posted: the fields of level P, and those shortened for it. */
export const publicFields = (form: FormDefinition, data: JsonObject): JsonObject => maskFor(form, data, []);
