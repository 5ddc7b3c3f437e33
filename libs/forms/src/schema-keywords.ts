import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { dateKinds, earlyEntries } from './check-dates.js';
import { maskKinds } from './mask-text.js';
import { readerLevels } from './form-definition.js';

/** The formats a form may name. */
export const formats = ['date', 'date-time', 'time', 'email', 'uri', 'uuid'] as const;

/**
 * Our annotations, beside the standard ones:
 * `x-reader` P|V|T|N who may read (inherited from the object above, the root's is the form's default) ·
 * `x-money` integer fen · `x-mask` phone|idcard|bank|name how the value is shortened, `x-masked-for` for which level
 * (V for a field of level T, when not said) · `x-attachment` the id of an uploaded file · `x-person` a person's id ·
 * `x-labels` what people read for each value of an `enum` of codes · `x-date` whether a date is of what happened, is planned,
 * or is only stated, and within which days it must lie (`check-dates.ts`).
 */
const annotations = [
  { keyword: 'x-reader', schemaType: 'string', metaSchema: { enum: [...readerLevels] } },
  { keyword: 'x-money', schemaType: 'boolean' },
  { keyword: 'x-mask', schemaType: 'string', metaSchema: { enum: [...maskKinds] } },
  { keyword: 'x-masked-for', schemaType: 'string', metaSchema: { enum: [...readerLevels] } },
  { keyword: 'x-attachment', schemaType: 'boolean' },
  { keyword: 'x-person', schemaType: 'boolean' },
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
] as const;

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
  for (const { metaSchema, ...annotation } of annotations.map((one) => ({ metaSchema: undefined, ...one }))) {
    ajv.addKeyword(metaSchema === undefined ? { ...annotation } : { ...annotation, metaSchema });
  }
  for (const format of formats) ajv.addFormat(format, fullFormats[format]);
  return ajv;
}
