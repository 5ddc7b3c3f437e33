import type { Json, JsonObject } from '@wuqing/kernel';
import { kindOf } from './field-kind.js';
import type { FormDefinition, ReaderLevel } from './form-definition.js';
import { levelOf } from './mask-for.js';
import { maskKinds, type MaskKind } from './mask-text.js';
import { fieldsOf, isJsonObject, resolveSchema } from './read-schema.js';

/** As what a person stands in a matter whose identity a field says (`x-identity`). */
export const identityRoles = ['complainant', 'agent', 'reporter', 'accused', 'party'] as const;

export type IdentityRole = (typeof identityRoles)[number];

/** A field that says who somebody is: name, telephone, number, address. It stands at the top of its form. */
export interface IdentityField {
  readonly key: string;
  readonly role: IdentityRole;
  /** Who reads it; T or N. */
  readonly level: ReaderLevel;
  /** How it is shortened for the others; null: not a sign of it is shown. */
  readonly mask: MaskKind | null;
}

/** A text of such a field. `n`: which person of the role, from 0; a list has one an item. */
export interface IdentityText {
  readonly field: IdentityField;
  readonly n: number;
  readonly text: string;
}

const isRole = (value: unknown): value is IdentityRole =>
  (identityRoles as readonly unknown[]).includes(value);

const found = new WeakMap<JsonObject, readonly IdentityField[]>();

/** None for most forms; looked for once a form. */
export function identityFieldsOf({ schema }: Pick<FormDefinition, 'schema'>): readonly IdentityField[] {
  const known = found.get(schema) ?? identityFieldsIn(schema);
  found.set(schema, known);
  return known;
}

function identityFieldsIn(schema: JsonObject): IdentityField[] {
  const root = resolveSchema(schema, schema);
  return Object.entries(fieldsOf(root, schema)).flatMap(([key, field]) => {
    const role = field['x-identity'];
    if (!isRole(role)) return [];
    const mask = maskKinds.find((kind) => kind === field['x-mask']) ?? null;
    return [{ key, role, level: levelOf(field, levelOf(root, 'N')), mask }];
  });
}

/**
 * The answer with each text of an identity field replaced; the same object where the form has none. Takes an answer of any shape
 * (a draft is not yet right): every text and number in such a field is one, but the id of who was chosen.
 */
export function withIdentities(
  form: Pick<FormDefinition, 'schema'>,
  data: JsonObject,
  replace: (text: IdentityText) => string,
): JsonObject {
  const fields = identityFieldsOf(form).filter(({ key }) => Object.hasOwn(data, key));
  if (fields.length === 0) return data;
  const replaced = fields.map(
    (field) => [field.key, replacedIn(data[field.key]!, field, 0, replace)] as const,
  );
  return { ...data, ...Object.fromEntries(replaced) };
}

function replacedIn(
  value: Json,
  field: IdentityField,
  n: number,
  replace: (text: IdentityText) => string,
): Json {
  if (typeof value === 'string' || typeof value === 'number')
    return value === '' ? value : replace({ field, n, text: String(value) });
  if (Array.isArray(value))
    return (value as readonly Json[]).map((item, at) => replacedIn(item, field, Math.max(n, at), replace));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      key === 'id' || part === undefined ? part : replacedIn(part, field, n, replace),
    ]),
  );
}

/** The texts that `withIdentities` replaces. */
export function identitiesIn(form: Pick<FormDefinition, 'schema'>, data: JsonObject): IdentityText[] {
  const texts: IdentityText[] = [];
  withIdentities(form, data, (one) => {
    texts.push(one);
    return one.text;
  });
  return texts;
}

/** Kinds of fields that say who somebody is. */
const KINDS = ['text', 'long-text', 'texts', 'person', 'people'];

/** A field of level P or V is read by too many to be an identity; below the top of a form nobody looks for one. */
export function checkIdentity(field: JsonObject, root: JsonObject, path: string, isTop: boolean): string[] {
  if (field['x-identity'] === undefined) return [];
  if (!isTop) return [`Expected ${path} with x-identity at the top of the form`];
  const isClosed = field['x-reader'] === 'T' || field['x-reader'] === 'N';
  const isOfKind = KINDS.includes(String(kindOf(field, root)));
  return [
    ...(isClosed ? [] : [`Expected ${path} with x-identity to have an x-reader of T or N`]),
    ...(isOfKind ? [] : [`Expected ${path} with x-identity to be a text, texts, a person or people`]),
  ];
}
