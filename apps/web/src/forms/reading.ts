import type { FieldRight, FileReference, FormDefinition } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { groupsOf } from './form-model.js';
import { shownValue, type NameOf } from './value-text.js';

/** A field as it is read: what stands in it, line by line, or files to open. */
export interface ReadField {
  readonly key: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly files: readonly FileReference[];
  /** Empty lines to write on by hand; of a blank form. */
  readonly ruled?: number;
}

export interface ReadGroup {
  readonly title: string;
  readonly fields: readonly ReadField[];
}

const NO_RIGHTS: Readonly<Record<string, FieldRight>> = {};

/** A form as it was filled in, group by group, for reading and for print: only what is there. */
export const readingOf = (form: FormDefinition, data: JsonObject, nameOf: NameOf): ReadGroup[] =>
  groupsOf({ form, rights: NO_RIGHTS }, data)
    .map(({ title, fields }) => ({
      title,
      fields: fields.flatMap(({ key, title: label, schema, root }): ReadField[] => {
        const value = data[key];
        return value === undefined ? [] : [{ key, title: label, ...shownValue(value, schema, root, nameOf) }];
      }),
    }))
    .filter(({ fields }) => fields.length > 0);

/** What a file in a field is called where the field alone is known. */
export const fileTitle = ({ title, files }: Pick<ReadField, 'title' | 'files'>, at: number): string =>
  files.length === 1 ? title : `${title} ${at + 1}`;
