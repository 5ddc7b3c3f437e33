import { canonicalJson, type Json, type JsonObject } from '@wuqing/kernel';
import type { FieldKind } from './field-kind.js';
import { isJsonObject, itemOf } from './read-schema.js';
import { fileShape, pickShape, rangeShape, rollShape } from './shapes.js';

/** What a form may say of its own about a part of a shape. */
const OWN = [
  ...['title', 'description', 'x-reader', 'x-date', 'x-mask', 'x-masked-for'],
  ...['x-roll', 'x-range', 'x-person', 'x-village', 'x-identity'],
];

function bare(value: Json): Json {
  if (Array.isArray(value)) return value.map((one) => bare(one as Json));
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !OWN.includes(key));
  return Object.fromEntries(
    kept.map(([key, one]) => [key, key === 'properties' ? bareParts(one) : bare(one)]),
  );
}

/** Names of properties are no keywords: a part may well be called `title`. */
const bareParts = (parts: Json): Json =>
  isJsonObject(parts)
    ? Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, bare(part)]))
    : parts;

const has = (field: JsonObject, shape: JsonObject): boolean =>
  canonicalJson(bare(field)) === canonicalJson(bare(shape));

/** A message where a field of a kind with a shape of its own is written in another one. */
export function checkShape(kind: FieldKind, field: JsonObject, root: JsonObject, name: string): string[] {
  if (kind === 'file' || kind === 'photo' || kind === 'signature')
    return has(itemOf(field, root), fileShape)
      ? []
      : [`Expected items of ${name} to be { id, sha256 } as docs/forms.md writes them`];
  if (kind === 'person' || kind === 'village' || kind === 'people' || kind === 'villages') {
    const one = field['type'] === 'array' ? itemOf(field, root) : field;
    return has(one, pickShape) ? [] : [`Expected ${name} to hold { id, name } as docs/forms.md writes it`];
  }
  if (kind === 'roll')
    return has(field, rollShape) ? [] : [`Expected ${name} to have the shape of a roll of docs/forms.md`];
  if (kind !== 'date-range' || has(field, rangeShape)) return [];
  return [`Expected ${name} to be { from, to } as docs/forms.md writes them`];
}
