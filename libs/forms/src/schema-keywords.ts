import { Ajv2020, type FuncKeywordDefinition } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { dateKinds, earlyEntries } from './check-dates.js';
import { maskKinds } from './mask-text.js';
import { fileAccepts, fileKinds, FILE_BYTES_MAX } from './file-field.js';
import { readerLevels } from './form-definition.js';
import { identityRoles } from './identity-field.js';
import { personKeyword, villageKeyword } from './pick-field.js';

/** The formats a form may name. */
export const formats = ['date', 'date-time', 'time', 'email', 'uri', 'uuid'] as const;

/**
 * Our annotations, beside the standard ones:
 * `x-reader` P|V|T|N who may read (inherited from the object above, the root's is the form's default) ·
 * `x-money` integer fen · `x-mask` phone|idcard|bank|name how the value is shortened, `x-masked-for` for which level
 * (V for a field of level T, when not said) · `x-file` uploaded files, with what they may be (`file-field.ts`) · `x-person` a
 * person, `x-village` a village, each with where it is chosen from (`pick-field.ts`; `x-person: true` an id or a name that is
 * typed, on a roll and in forms of before there were pickers) · `x-range` first and last day · `x-roll` the roll of a meeting · `x-sums` the columns
 * of a list that are added up, `x-sum-of` the field that holds such a sum (without a column: the number of entries) · `x-law` the article behind a field ·
 * `x-attachment` the name of a paper, in forms of before there were files ·
 * `x-labels` what people read for each value of an `enum` of codes · `x-date` whether a date is of what happened, is planned,
 * or is only stated, and within which days it must lie (`check-dates.ts`) · `x-identity` the field says who somebody is, and as
 * what he stands in the matter: it is sealed wherever it is kept (`identity-field.ts`).
 */
const annotations: readonly FuncKeywordDefinition[] = [
  { keyword: 'x-reader', schemaType: 'string', metaSchema: { enum: [...readerLevels] } },
  { keyword: 'x-money', schemaType: 'boolean' },
  { keyword: 'x-mask', schemaType: 'string', metaSchema: { enum: [...maskKinds] } },
  { keyword: 'x-masked-for', schemaType: 'string', metaSchema: { enum: [...readerLevels] } },
  { keyword: 'x-identity', schemaType: 'string', metaSchema: { enum: [...identityRoles] } },
  { keyword: 'x-attachment', schemaType: 'boolean' },
  { keyword: 'x-person', schemaType: ['boolean', 'object'], metaSchema: personKeyword },
  { keyword: 'x-village', schemaType: 'object', metaSchema: villageKeyword },
  { keyword: 'x-range', schemaType: 'boolean' },
  { keyword: 'x-roll', schemaType: 'boolean' },
  {
    keyword: 'x-file',
    schemaType: 'object',
    metaSchema: {
      required: ['kind', 'maxBytes'],
      additionalProperties: false,
      properties: {
        kind: { enum: [...fileKinds] },
        maxBytes: { type: 'integer', minimum: 1, maximum: FILE_BYTES_MAX },
        accept: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: [...fileAccepts] } },
      },
    },
  },
  {
    keyword: 'x-sums',
    schemaType: 'array',
    metaSchema: { minItems: 1, uniqueItems: true, items: { type: 'string' } },
  },
  {
    keyword: 'x-sum-of',
    schemaType: 'object',
    metaSchema: {
      required: ['list'],
      additionalProperties: false,
      properties: { list: { type: 'string' }, column: { type: 'string' } },
    },
  },
  {
    keyword: 'x-law',
    schemaType: 'object',
    metaSchema: {
      required: ['article'],
      additionalProperties: false,
      properties: {
        article: { type: 'string', minLength: 1, maxLength: 200 },
        text: { type: 'string', minLength: 1, maxLength: 2000 },
        bar: { type: 'integer', minimum: 1, maximum: 999 },
      },
    },
  },
  {
    keyword: 'x-date',
    schemaType: 'object',
    metaSchema: {
      required: ['is'],
      additionalProperties: false,
      properties: {
        is: { enum: [...dateKinds] },
        early: { enum: [...earlyEntries] },
        back: { type: 'integer', minimum: 0, maximum: 36_600 },
        ahead: { type: 'integer', minimum: 0, maximum: 3_660 },
      },
    },
  },
  { keyword: 'x-labels', schemaType: 'object', metaSchema: { additionalProperties: { type: 'string' } } },
];

/**
 * A JSON Schema 2020-12 validator that coerces, defaults and removes nothing. ajv writes code with `new Function`:
 * a page whose CSP forbids that must leave validation to the server.
 */
export function createValidator(): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    // `then: { required }` names fields of the object above; `checkForm` looks after such names itself.
    strictRequired: false,
    allErrors: true,
    verbose: true,
    ownProperties: true,
    logger: false,
  });
  for (const annotation of annotations) ajv.addKeyword({ ...annotation });
  for (const format of formats) ajv.addFormat(format, fullFormats[format]);
  return ajv;
}
