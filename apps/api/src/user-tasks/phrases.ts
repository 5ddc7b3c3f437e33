import { fieldsOf, kindOf, resolveSchema, type FormDefinition } from '@wuqing/forms';

/** 常用语 of the product; a person's own come with his settings. */
const PHRASES: readonly string[] = ['无异议。', '情况属实。', '同意按方案办理。', '请补充材料后再议。'];

/** Phrases for forms in which an opinion is written. */
export const phrasesOf = (form: FormDefinition | undefined): string[] =>
  form &&
  Object.values(fieldsOf(resolveSchema(form.schema, form.schema), form.schema)).some(
    (field) => kindOf(field, form.schema) === 'long-text',
  )
    ? [...PHRASES]
    : [];
