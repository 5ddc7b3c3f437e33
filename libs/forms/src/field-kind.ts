import type { JsonObject } from '@wuqing/kernel';
import { isJsonObject, itemOf } from './read-schema.js';

/**
 * What a field is to the person who fills it in: each has one renderer in a kit, and one way to be read and printed. The last
 * three are of forms of before there were files and pickers: papers and people by name.
 */
export const fieldKinds = [
  'text',
  'long-text',
  'number',
  'money',
  'date',
  'date-range',
  'moment',
  'choice',
  'choices',
  'yes-no',
  'person',
  'people',
  'village',
  'villages',
  'roll',
  'file',
  'photo',
  'signature',
  'texts',
  'lines',
  'groups',
  'section',
  'file-names',
  'person-name',
  'people-names',
] as const;

export type FieldKind = (typeof fieldKinds)[number];

/** A text that may be longer than this is written in a field of several lines. */
export const SHORT_TEXT_MAX = 300;

const hasChoices = (field: JsonObject): boolean => Array.isArray(field['enum']);

function kindOfText(field: JsonObject): FieldKind {
  if (hasChoices(field)) return 'choice';
  if (field['x-person'] === true) return 'person-name';
  if (field['format'] === 'date') return 'date';
  if (field['format'] === 'date-time' || field['format'] === 'time') return 'moment';
  return Number(field['maxLength'] ?? 0) > SHORT_TEXT_MAX ? 'long-text' : 'text';
}

function kindOfFile({ kind }: JsonObject): FieldKind | null {
  return kind === 'photo' || kind === 'signature' || kind === 'file' ? kind : null;
}

function kindOfList(field: JsonObject, root: JsonObject): FieldKind | null {
  const file = field['x-file'];
  if (isJsonObject(file)) return kindOfFile(file);
  const item = itemOf(field, root);
  if (item['x-attachment'] === true) return 'file-names';
  if (hasChoices(item)) return 'choices';
  if (item['x-person'] === true) return 'people-names';
  if (isJsonObject(item['x-person'])) return 'people';
  if (isJsonObject(item['x-village'])) return 'villages';
  if (item['type'] === 'object') return Array.isArray(field['x-sums']) ? 'lines' : 'groups';
  return item['type'] === 'string' ? 'texts' : null;
}

function kindOfObject(field: JsonObject): FieldKind {
  if (field['x-roll'] === true) return 'roll';
  if (isJsonObject(field['x-person'])) return 'person';
  if (isJsonObject(field['x-village'])) return 'village';
  return field['x-range'] === true ? 'date-range' : 'section';
}

/** The kind of a field whose reference is followed; null for what no kit can show. */
export function kindOf(field: JsonObject, root: JsonObject): FieldKind | null {
  const { type } = field;
  if (type === 'boolean') return 'yes-no';
  if (type === 'string') return kindOfText(field);
  if (type === 'integer' || type === 'number') {
    if (hasChoices(field)) return 'choice';
    return field['x-money'] === true ? 'money' : 'number';
  }
  if (type === 'array') return kindOfList(field, root);
  if (type === 'object') return kindOfObject(field);
  return hasChoices(field) ? 'choice' : null;
}
