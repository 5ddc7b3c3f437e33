import type { JsonObject } from '@wuqing/kernel';
import { checkForm } from './check-form.js';
import { matterForm, meetingForm } from './sample-forms.js';

const formOf = (field: JsonObject, over: JsonObject = {}) => ({
  key: 'one-field',
  title: '一项',
  schema: { type: 'object', 'x-reader': 'V', additionalProperties: false, properties: { field }, ...over },
});
const text = { type: 'string', title: '文字', maxLength: 50 };
const deep = (depth: number): JsonObject => (depth === 0 ? {} : { not: deep(depth - 1) });

describe('a sound form', () => {
  it.each([matterForm, meetingForm, formOf(text)])('$key has no problems', (form) => {
    expect(checkForm(form)).toEqual([]);
  });
});

describe('an unsound form', () => {
  const rows: [string, JsonObject, JsonObject, string][] = [
    ['untitled', { type: 'string', maxLength: 5 }, {}, 'Expected a Chinese title of field'],
    ['titled in English', { ...text, title: 'Text' }, {}, 'Expected a Chinese title of field'],
    [
      'text without a limit',
      { type: 'string', title: '文字' },
      {},
      'Expected maxLength of field, at most 20000',
    ],
    [
      'text with too wide a limit',
      { ...text, maxLength: 20_001 },
      {},
      'Expected maxLength of field, at most 20000',
    ],
    [
      'list without a limit',
      { type: 'array', title: '列', items: text },
      {},
      'Expected maxItems of field, at most 500',
    ],
    ['list of anything', { type: 'array', title: '列', maxItems: 5 }, {}, 'Expected items of field'],
    [
      'text in a list',
      { type: 'array', title: '列', maxItems: 5, items: { type: 'string' } },
      {},
      'Expected maxLength of field[], at most 20000',
    ],
    [
      'open object',
      { type: 'object', title: '组', properties: { a: text } },
      {},
      'Expected additionalProperties: false of field',
    ],
    ['open form', text, { additionalProperties: true }, 'Expected additionalProperties: false of the form'],
    [
      'a required field it has not',
      text,
      { required: ['other'] },
      'Expected the required field other among the properties',
    ],
    [
      'a branch that asks for one',
      text,
      { allOf: [{ if: { required: ['field'] }, then: { required: ['other'] } }] },
      'Expected the required field other among the properties',
    ],
    [
      'two types',
      { ...text, type: ['string', 'null'] },
      {},
      'Expected one type of field, found ["string","null"]',
    ],
    ['no type', { title: '文字' }, {}, 'Expected one type of field, found none'],
    [
      'no reader',
      text,
      { 'x-reader': undefined as never },
      'Expected x-reader (P, V, T or N) of field, or of the whole form',
    ],
    ['unknown reader', { ...text, 'x-reader': 'X' }, {}, "Expected a schema that ajv's strict mode accepts"],
    ['unknown keyword', { ...text, 'x-label': '甲' }, {}, "Expected a schema that ajv's strict mode accepts"],
    [
      'unknown format',
      { ...text, format: 'idn-email' },
      {},
      "Expected a schema that ajv's strict mode accepts",
    ],
    [
      'unknown type',
      { ...text, type: 'text' },
      {},
      'Expected a schema of draft 2020-12: /properties/field/type',
    ],
    [
      'money as a number',
      { type: 'number', title: '金额', minimum: 0, 'x-money': true },
      {},
      'Expected field with x-money to be an integer with a minimum',
    ],
    [
      'money without minimum',
      { type: 'integer', title: '金额', 'x-money': true },
      {},
      'Expected field with x-money to be an integer with a minimum',
    ],
    [
      'mask of a public field',
      { ...text, 'x-reader': 'P', 'x-mask': 'name' },
      {},
      'Expected field with x-mask to have an x-reader of V, T or N',
    ],
    [
      'masked for nobody',
      { ...text, 'x-masked-for': 'P' },
      {},
      'Expected x-mask beside x-masked-for of field',
    ],
    [
      'slow pattern',
      { ...text, pattern: '^(a+)+$' },
      {},
      'Expected a simple pattern of field, found ^(a+)+$',
    ],
    [
      'pattern of a high power',
      { ...text, pattern: '^a*a*a*a*$' },
      {},
      'Expected a simple pattern of field, found ^a*a*a*a*$',
    ],
    ['back-reference', { ...text, pattern: '^(a)\\1$' }, {}, 'Expected a simple pattern of field, found '],
    [
      'pattern over long text',
      { ...text, maxLength: 257, pattern: '^a$' },
      {},
      'Expected maxLength of field to be at most 256 beside a pattern',
    ],
    ['broken pattern', { ...text, pattern: '(' }, {}, 'Expected a schema'],
    [
      'foreign draft',
      text,
      { $schema: 'http://json-schema.org/draft-07/schema#' },
      'Expected $schema to be https://json-schema.org/draft/2020-12/schema',
    ],
    [
      'foreign reference',
      { $ref: 'https://example.org/a.json' },
      {},
      'Expected $ref to name an entry of $defs, found https://example.org/a.json',
    ],
    [
      'dangling reference',
      { $ref: '#/$defs/a' },
      {},
      'Expected $ref to name an entry of $defs, found #/$defs/a',
    ],
    [
      'circular definition',
      { $ref: '#/$defs/a' },
      { $defs: { a: { type: 'array', items: { $ref: '#/$defs/a' } } } },
      'Expected definitions without a $ref of their own',
    ],
    ['an id', text, { $id: 'https://example.org/form' }, 'Expected a form without $id'],
    ['too deep', deep(40), {}, 'Expected a schema nested at most 24 deep'],
    [
      'too long',
      { ...text, description: '字'.repeat(100_001) },
      {},
      'Expected a schema of at most 100000 letters',
    ],
    [
      'no object',
      text,
      { type: 'array', items: text, maxItems: 5 },
      'Expected a form whose schema has the type object',
    ],
    ['no field', text, { properties: {} }, 'Expected a form with at least one field'],
  ];
  it.each(rows)('%s', (_name, field, over, message) => {
    const form = formOf(field, over);
    const schema = Object.fromEntries(
      Object.entries(form.schema).filter(([, value]) => value !== undefined),
    ) as JsonObject;
    const problems = checkForm({ ...form, schema });
    expect(problems).toHaveLength(1);
    expect(problems[0]?.startsWith(message)).toBe(true);
  });

  it.each([
    ['key', { ...formOf(text), key: 'One_Field' }, "Expected the form's key in kebab-case, found One_Field"],
    ['title', { ...formOf(text), title: 'One' }, 'Expected a Chinese title of the form, found One'],
    [
      'order',
      { ...formOf(text), ui: { order: ['other'] } },
      'Expected ui.order to name fields of the schema, found other',
    ],
    [
      'order of numbers',
      { ...formOf(text), ui: { order: [1] } },
      'Expected ui.order to be a list of field names',
    ],
    [
      'widget',
      { ...formOf(text), ui: { widgets: { other: 'radio' } } },
      'Expected ui.widgets to name fields of the schema, found other',
    ],
    [
      'help',
      { ...formOf(text), ui: { help: { field: 1 } } },
      'Expected ui.help to name a text for each field',
    ],
    [
      'group',
      { ...formOf(text), ui: { groups: [{ fields: ['field'] }] } },
      'Expected ui.groups to be a list of { title, fields, help }',
    ],
    [
      'part',
      { ...formOf(text), ui: { colors: {} } },
      'Expected ui to have only order, help, widgets, groups, rules, rights, prefill, found colors',
    ],
  ])('by its %s', (_name, form, message) => {
    expect(checkForm(form)).toEqual([message]);
  });
});
