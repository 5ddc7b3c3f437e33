import type { MeetingRollView, RollPersonView } from '../generated/types.gen.js';
import { words } from '../words/words.js';
import type { FieldSchema, FormDefinition } from './form-definition.js';

export type FieldKind =
  'text' | 'long-text' | 'number' | 'money' | 'date' | 'yes-no' | 'choice' | 'choices' | 'list';

export interface Field {
  readonly key: string;
  readonly kind: FieldKind;
  readonly schema: FieldSchema;
  readonly required: boolean;
}

/** Of who sits in a meeting, what its fields say. */
type Sitter = Pick<RollPersonView, 'id' | 'name' | 'mayVote' | 'mustRecuse'>;
type Roll = Pick<MeetingRollView, 'complete'> & { readonly persons: readonly Sitter[] };

/** What a person types, before it is data: always text, or a set of choices. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

const LONG_TEXT_FROM = 300;

/** `roll`: the people of the meeting that the form records, to choose from. */
export function fieldsOf({ schema, ui }: FormDefinition, roll?: Roll | null): Field[] {
  const properties = withPeople(schema.properties ?? {}, roll);
  const listed = ui?.order ?? [];
  const keys = [
    ...listed.filter((key) => key in properties),
    ...Object.keys(properties).filter((key) => !listed.includes(key)),
  ];
  return keys.map((key) => ({
    key,
    schema: properties[key]!,
    kind: kindOf(properties[key]!),
    required: schema.required?.includes(key) ?? false,
  }));
}

type Properties = Readonly<Record<string, FieldSchema>>;

/** Lists of people become choices from the roll; who voted is chosen only where the roll names every member. */
function withPeople(properties: Properties, roll: Roll | null | undefined): Properties {
  if (!roll || roll.persons.length === 0) return properties;
  const labels = Object.fromEntries(roll.persons.map((person) => [person.id, labelOf(person)]));
  const items = { 'x-person': true, enum: Object.keys(labels), 'x-labels': labels };
  return Object.fromEntries(
    Object.entries(properties).map(([key, schema]) => [
      key,
      schema.items?.['x-person'] && (roll.complete || key !== 'voters')
        ? { ...schema, items: { ...schema.items, ...items } }
        : schema,
    ]),
  );
}

const labelOf = ({ name, mayVote, mustRecuse }: Sitter): string =>
  [name, mayVote ? '' : words.noVote, mustRecuse ? words.mustRecuse : ''].filter(Boolean).join(' ');

function kindOf(schema: FieldSchema): FieldKind {
  if (schema['x-money']) return 'money';
  if (schema.type === 'boolean') return 'yes-no';
  if (schema.type === 'integer' || schema.type === 'number') return 'number';
  if (schema.type === 'array') return schema.items?.enum ? 'choices' : 'list';
  if (schema.enum) return 'choice';
  if (schema.format === 'date') return 'date';
  return (schema.maxLength ?? 0) > LONG_TEXT_FROM ? 'long-text' : 'text';
}

/** Data for the API; what was left empty is left out, so that the server can say what is missing. */
export function dataOf(fields: readonly Field[], answers: Answers): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const { key, kind } of fields) {
    const value = valueOf(kind, answers[key]);
    if (value !== undefined) data[key] = value;
  }
  return data;
}

function valueOf(kind: FieldKind, answer: string | readonly string[] | undefined): unknown {
  if (answer === undefined || answer.length === 0) return undefined;
  if (typeof answer !== 'string') return [...answer];
  switch (kind) {
    case 'number':
      return numberOf(answer);
    case 'money':
      return fenOf(answer);
    case 'yes-no':
      return answer === 'true';
    case 'list':
      return answer
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
    default:
      return answer.trim();
  }
}

/** Text that is no number stays text: the server's sentence is better than a silent gap. */
const numberOf = (text: string): number | string =>
  /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text;

/** 「38600.5」 yuan to 3860050 fen, without a float in between. */
function fenOf(text: string): number | string {
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(text.replaceAll(',', '').trim());
  if (!match) return text;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** The other way round, for prefilled forms. */
export function answersOf(fields: readonly Field[], data: Readonly<Record<string, unknown>>): Answers {
  const answers: Record<string, string | readonly string[]> = {};
  for (const { key, kind } of fields) {
    const value = data[key];
    if (value === undefined || value === null) continue;
    if (kind === 'money') answers[key] = (Number(value) / 100).toFixed(2);
    else if (kind === 'choices') answers[key] = value as string[];
    else answers[key] = Array.isArray(value) ? value.join('\n') : String(value);
  }
  return answers;
}
