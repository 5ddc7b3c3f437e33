import { fieldsOf, kindOf, resolveSchema, type FieldKind } from '@wuqing/forms';
import { required, type Json, type JsonObject } from '@wuqing/kernel';
import type { TaskDetailShown } from '@wuqing/dev-runtime/drive';
import type { Locator, Page } from 'playwright-core';
import type { Paper } from './papers.js';

/** One field of an open form, and what is to stand in it. */
export interface Entry {
  readonly key: string;
  /** Whole field with its label and sentences. */
  readonly field: Locator;
  /** What its label leads to. */
  readonly control: Locator;
  readonly schema: JsonObject;
  readonly value: Json;
  readonly papers: readonly Paper[];
  readonly roll: TaskDetailShown['roll'];
  readonly page: Page;
}

export type Write = (entry: Entry) => Promise<void>;

/** How a person fills in each kind of field on one of the two surfaces. */
export interface Hand {
  readonly kinds: Readonly<Partial<Record<FieldKind, Write>>>;
  readonly fieldOf: (page: Page, key: string) => Locator;
}

export interface Answer {
  readonly task: Pick<TaskDetailShown, 'form' | 'roll'>;
  /** As it would be submitted; of files the names. */
  readonly data: JsonObject;
  /** For forms that ask for files. */
  readonly paperOf?: (name: string, kind: FieldKind) => Paper;
}

/** Fills in an open form field by field, in the order of the data: every kind has one way, so that a step is its data. */
export async function fillForm(page: Page, hand: Hand, { task, data, paperOf }: Answer): Promise<void> {
  const { schema } = required(task.form ?? undefined, 'a form');
  const fields = fieldsOf(resolveSchema(schema, schema), schema);
  for (const [key, value] of Object.entries(data)) {
    const field = required(fields[key], `a field ${key}`);
    const kind = required(kindOf(field, schema) ?? undefined, `a kind of ${key}`);
    const write = required(hand.kinds[kind], `a hand for ${kind}`);
    const names = field['x-file'] ? (value as readonly string[]) : [];
    const papers = names.map((name) => required(paperOf, `a paper ${name}`)(name, kind));
    const places = { field: hand.fieldOf(page, key), control: page.locator(`#field-${key}`) };
    await places.field.or(places.control).first().waitFor();
    await write({ key, schema: field, value, papers, roll: task.roll, page, ...places });
  }
}

/** What an option is called: where the form gives it a label, its value stands before that. */
export function labelOf(schema: JsonObject, value: Json): string {
  const label = ((schema['x-labels'] ?? {}) as JsonObject)[String(value)];
  return label === undefined ? String(value) : `${String(value)} ${String(label)}`;
}

interface MarkedRoll {
  readonly method: string;
  readonly persons: readonly { readonly id: string; readonly mark: string }[];
  readonly votes?: Readonly<Record<'yes' | 'no' | 'abstain', number>>;
}

/** What is to be chosen for each row of the roll that may be marked; rows as the page has them. */
export function marksOf({ value, roll }: Entry): { readonly row: number; readonly mark: string }[] {
  const { persons } = value as unknown as MarkedRoll;
  const rows = required(roll ?? undefined, 'a roll').persons;
  return persons.map(({ id, mark }) => ({ row: rows.findIndex((one) => one.id === id), mark }));
}

export const methodOf = ({ value }: Entry): string => (value as unknown as MarkedRoll).method;

/** Counts by hand, by the label of their field. */
export const votesOf = ({ value }: Entry): readonly (readonly [string, number])[] => {
  const { votes } = value as unknown as MarkedRoll;
  return votes
    ? [
        ['同意票数', votes.yes],
        ['反对票数', votes.no],
        ['弃权票数', votes.abstain],
      ]
    : [];
};
