import type { Json, JsonObject } from '@wuqing/kernel';
import fc from 'fast-check';
import { validatorOf } from './compiled-form.js';
import { judgeValue } from './judge-value.js';
import { matterForm, meetingForm } from './sample-forms.js';
import { rollShape } from './shapes.js';

const roll: JsonObject = {
  type: 'object',
  'x-reader': 'V',
  additionalProperties: false,
  properties: { roll: { ...rollShape, title: '名册', 'x-roll': true } },
};
const odd: JsonObject = {
  type: 'object',
  unevaluatedProperties: false,
  properties: {
    a: { type: 'integer', exclusiveMinimum: 1, exclusiveMaximum: 4 },
    b: { type: 'array', maxItems: 3, contains: { const: 1 }, items: { type: 'number' } },
    c: { oneOf: [{ type: 'integer' }, { type: 'number', minimum: 2 }] },
    d: { anyOf: [{ const: 'x' }, { type: 'string', pattern: '^y', maxLength: 3 }] },
    e: { not: { const: null } },
  },
  dependentRequired: { a: ['b'] },
  if: { properties: { d: { const: 'x' } }, required: ['d'] },
  then: { properties: { f: { type: 'boolean' } } },
  else: { properties: { g: { type: 'string', format: 'date' } } },
};

const words = fc.constantFrom(
  '',
  'x',
  'yz',
  '2026-02-28',
  '2026-02-30',
  '法定联名',
  'A3',
  '同意',
  '到会',
  '无记名',
  '举手',
);
const names = fc.constantFrom(
  ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'title', 'matterTypes', 'proposedOn', 'source', 'proposerCount'],
  ...[
    'amountFen',
    'urgent',
    'relatedParties',
    'name',
    'phone',
    'papers',
    'id',
    'sha256',
    'heldOn',
    'present',
  ],
  ...['survey', 'place', 'roll', 'method', 'persons', 'mark', 'votes', 'yes', 'no', 'abstain', 'other'],
);
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    words,
    fc.integer({ min: -2, max: 5 }),
    fc.constantFrom(0.5, true, false, null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(names, tie('value'), { maxKeys: 7, noNullPrototype: true }),
  ) as fc.Arbitrary<Json>,
}));
const object = fc.dictionary(names, value, { maxKeys: 9, noNullPrototype: true }) as fc.Arbitrary<JsonObject>;

/** What both say of an answer: where, and by which keyword. Wrappers only say that a part failed. */
const WRAPPERS = ['if', 'allOf', 'propertyNames'];
const placesOf = (errors: readonly { instancePath: string; keyword: string; params: unknown }[]): string[] =>
  errors
    .filter(({ keyword }) => !WRAPPERS.includes(keyword))
    .map(({ instancePath, keyword, params }) => `${instancePath} ${keyword} ${nameIn(params)}`)
    .sort();
const nameIn = (params: unknown): string => {
  const { missingProperty, additionalProperty, unevaluatedProperty } = params as Record<string, string>;
  return missingProperty ?? additionalProperty ?? unevaluatedProperty ?? '';
};
/** Branches that were tried in vain: ajv tells their errors too, and which of them is no promise. */
const within = (schema: JsonObject): boolean => JSON.stringify(schema).includes('Of"');

describe('judging a value without a compiler', () => {
  const forms = [matterForm.schema, meetingForm.schema, roll] as const;

  it.each(forms.map((schema, at) => [at, schema] as const))(
    'says what ajv says of form %i',
    (_at, schema) => {
      fc.assert(
        fc.property(object, (answer) => {
          const validate = validatorOf(schema);
          validate(answer);
          expect(placesOf(judgeValue(answer, schema, schema))).toEqual(placesOf(validate.errors ?? []));
        }),
        { numRuns: 300 },
      );
    },
  );

  it('takes and refuses what ajv does, whatever the keyword', () => {
    expect(within(odd)).toBe(true);
    fc.assert(
      fc.property(object, (answer) => {
        const isFine = validatorOf(odd)(answer);
        expect([answer, judgeValue(answer, odd, odd).length === 0]).toEqual([answer, isFine]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('counts letters as people do', () => {
    const schema = { type: 'object', properties: { a: { type: 'string', maxLength: 2 } } };
    expect(judgeValue({ a: '𬍛𬭎' }, schema, schema)).toEqual([]);
    expect(judgeValue({ a: '骉㛃䶮' }, schema, schema)).toMatchObject([
      { instancePath: '/a', keyword: 'maxLength' },
    ]);
  });
});
