import type { FormDefinition } from '@wuqing/forms';
import { canonicalJson, type JsonObject } from '@wuqing/kernel';
import type { LedgerKindView } from '../../client/api.js';
import { readingOf } from '../../forms/reading.js';

/** The fields of a kind as a form. */
export const formOf = ({ key, title, schema, ui }: LedgerKindView): FormDefinition => ({
  key,
  title,
  schema: schema as JsonObject,
  ui: ui as JsonObject,
});

/** A field with what stands in it, as one text. */
export interface ShownText {
  readonly key: string;
  readonly title: string;
  readonly text: string;
}

/** Every field that has a value, in the form's order. */
export const textsOf = (kind: LedgerKindView, data: object): ShownText[] =>
  readingOf(formOf(kind), data as JsonObject, (id) => id)
    .flatMap(({ fields }) => fields)
    .map(({ key, title, lines }) => ({ key, title, text: lines.join('，') }));

/** What a row is called: its key. */
export function rowTitle(kind: LedgerKindView, data: object): string {
  const texts = textsOf(kind, data).filter(({ key }) => kind.keyFields.includes(key));
  return texts.length === 0 ? kind.title : texts.map(({ text }) => text).join(' ');
}

/** What is to be read beside the key. */
export const besideKey = (kind: LedgerKindView, data: object, most: number): ShownText[] =>
  textsOf(kind, data)
    .filter(({ key }) => !kind.keyFields.includes(key))
    .slice(0, most);

export interface ChangedText {
  readonly key: string;
  readonly title: string;
  /** Undefined where nothing stood. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The fields in which two states of a row differ, in the form's order. */
export function changedTexts(kind: LedgerKindView, before: object, after: object): ChangedText[] {
  const [old, next] = [before as JsonObject, after as JsonObject];
  const [was, is] = [new Map(byKey(kind, old)), new Map(byKey(kind, next))];
  return textsOf(kind, { ...old, ...next })
    .filter(({ key }) => canonicalJson(old[key] ?? null) !== canonicalJson(next[key] ?? null))
    .map(({ key, title }) => ({ key, title, before: was.get(key), after: is.get(key) }));
}

const byKey = (kind: LedgerKindView, data: JsonObject) =>
  textsOf(kind, data).map(({ key, text }) => [key, text] as const);
