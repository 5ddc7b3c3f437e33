import type { Json, JsonObject } from '@wuqing/kernel';
import { fieldsOf, isJsonObject, itemOf, resolveSchema } from './read-schema.js';

/** A person or a village in an answer: its id, and what it was called on the day. */
export interface Picked {
  readonly id: string;
  readonly name: string;
}

/**
 * Where people are chosen from, seen from the case's unit: whoever holds a position in its village, its 党总支, its town, all offices
 * of the town or one of them; `villagers`: whoever is at home in the village, with a position or without.
 */
const PLACE = '^(village|villagers|branch|town|offices|office:[a-z]+)$';

/** What `x-person` may say: `true` of an id or a name that is typed. */
export const personKeyword: JsonObject = {
  if: { type: 'object' },
  then: {
    required: ['from'],
    additionalProperties: false,
    properties: {
      from: {
        type: 'array',
        minItems: 1,
        maxItems: 10,
        uniqueItems: true,
        items: { type: 'string', pattern: PLACE },
      },
      positions: {
        type: 'array',
        minItems: 1,
        maxItems: 50,
        uniqueItems: true,
        items: { type: 'string', pattern: '^[a-z]+(-[a-z]+)*$' },
      },
    },
  },
  else: { const: true },
};

/** What `x-village` says: of which villages one is chosen, seen from the case's unit. */
export const villageKeyword: JsonObject = {
  required: ['from'],
  additionalProperties: false,
  properties: { from: { enum: ['town', 'branch'] } },
};

/** A field in which somebody chooses people or villages. */
export interface PickField {
  readonly key: string;
  readonly title: string;
  readonly of: 'person' | 'village';
  readonly isList: boolean;
  readonly from: readonly string[];
  /** Keys of the positions that count, of people; null: every one. */
  readonly positions: readonly string[] | null;
}

function pickFieldOf(key: string, field: JsonObject, root: JsonObject): PickField[] {
  const isList = field['type'] === 'array';
  const one = isList ? itemOf(field, root) : field;
  const about = { key, title: String(field['title'] ?? key), isList };
  const [person, village] = [one['x-person'], one['x-village']];
  if (isJsonObject(person)) {
    const { from, positions } = person;
    return [
      {
        ...about,
        of: 'person',
        from: from as string[],
        positions: (positions as string[] | undefined) ?? null,
      },
    ];
  }
  return isJsonObject(village)
    ? [{ ...about, of: 'village', from: [String(village['from'])], positions: null }]
    : [];
}

/** The fields of a checked form in which people or villages are chosen; they stand at its top, never inside another field. */
export const pickFieldsOf = ({ schema }: { readonly schema: JsonObject }): PickField[] =>
  Object.entries(fieldsOf(resolveSchema(schema, schema), schema)).flatMap(([key, field]) =>
    pickFieldOf(key, field, schema),
  );

const isPicked = (value: Json): value is JsonObject & Picked =>
  isJsonObject(value) && typeof value['id'] === 'string' && typeof value['name'] === 'string';

/** Who stands in a field; a name that was typed into an older form is nobody that could be chosen. */
export const pickedIn = (value: Json | undefined): readonly Picked[] =>
  (Array.isArray(value) ? (value as readonly Json[]) : [value ?? null]).filter(isPicked);

/** Everybody and every village that a valid answer names, with the field and the JSON Pointer of its place. */
export const picksIn = (
  form: { readonly schema: JsonObject },
  data: JsonObject,
): { readonly field: PickField; readonly path: string; readonly picked: Picked }[] =>
  pickFieldsOf(form).flatMap((field) => {
    const value: Json | undefined = Object.hasOwn(data, field.key) ? data[field.key] : undefined;
    const pathAt = (at: number): string => (Array.isArray(value) ? `/${field.key}/${at}` : `/${field.key}`);
    return pickedIn(value).map((picked, at) => ({ field, path: pathAt(at), picked }));
  });
