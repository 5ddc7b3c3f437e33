import type { JsonObject } from '@wuqing/kernel';
import { checkForm, identitiesIn, identityFieldsOf, withIdentities } from './index.js';

const form = (properties: JsonObject) => ({
  key: 'register',
  title: '登记',
  schema: {
    type: 'object',
    'x-reader': 'T',
    additionalProperties: false,
    properties,
    $defs: {
      person: {
        type: 'object',
        title: '所选的人',
        additionalProperties: false,
        required: ['id', 'name'],
        properties: {
          id: { type: 'string', title: '编号', format: 'uuid' },
          name: { type: 'string', title: '姓名', minLength: 1, maxLength: 100 },
        },
      },
    },
  },
});

const names = {
  type: 'array',
  title: '信访人',
  maxItems: 5,
  items: { type: 'string', title: '姓名', maxLength: 50 },
  'x-reader': 'N',
  'x-mask': 'name',
  'x-identity': 'complainant',
};
const readByNobody = { type: 'string', title: '电话', maxLength: 50, 'x-identity': 'complainant' };
const phone = { ...readByNobody, 'x-reader': 'N' };
const accused = {
  $ref: '#/$defs/person',
  title: '被反映人',
  'x-person': { from: ['village'] },
  'x-reader': 'T',
  'x-identity': 'accused',
};
const whole = form({ names, phone, accused, facts: { type: 'string', title: '事实', maxLength: 100 } });

it('is published with readers of level T or N, at the top of the form', () => {
  expect(checkForm(whole)).toEqual([]);
  expect(identityFieldsOf(whole)).toEqual([
    { key: 'names', role: 'complainant', level: 'N', mask: 'name' },
    { key: 'phone', role: 'complainant', level: 'N', mask: null },
    { key: 'accused', role: 'accused', level: 'T', mask: null },
  ]);
});

it.each<[string, JsonObject, RegExp]>([
  ['of a level that the village reads', { phone: { ...phone, 'x-reader': 'V' } }, /x-reader of T or N/],
  ['without readers of its own', { phone: readByNobody }, /x-reader of T or N/],
  ['of a role that nobody knows', { phone: { ...phone, 'x-identity': 'neighbor' } }, /x-identity/],
  [
    'where it says yes or no',
    { phone: { type: 'boolean', title: '电话', 'x-reader': 'N', 'x-identity': 'complainant' } },
    /to be a text/,
  ],
  [
    'inside another field',
    { group: { type: 'object', title: '人', additionalProperties: false, properties: { phone } } },
    /at the top of the form/,
  ],
])('is refused %s', (_what, properties, message) => {
  expect(checkForm(form(properties)).join('\n')).toMatch(message);
});

it('finds every text and number in it, whatever a draft makes of it, and leaves the id of who was chosen', () => {
  const marked = (data: JsonObject): JsonObject =>
    withIdentities(whole, data, ({ field, n, text }) => `${field.role}${n}:${text}`);
  const cases: readonly [JsonObject, JsonObject][] = [
    [{ names: ['王', '李'] }, { names: ['complainant0:王', 'complainant1:李'] }],
    [
      { phone: '138', facts: '王' },
      { phone: 'complainant0:138', facts: '王' },
    ],
    [{ accused: { id: 'p1', name: '赵' } }, { accused: { id: 'p1', name: 'accused0:赵' } }],
    [{ phone: 138 }, { phone: 'complainant0:138' }],
    [{ phone: { of: ['王', ['李']] } }, { phone: { of: ['complainant0:王', ['complainant1:李']] } }],
    [
      { names: null, phone: '' },
      { names: null, phone: '' },
    ],
  ];
  for (const [data, expected] of cases) expect(marked(data)).toEqual(expected);
  expect(identitiesIn(whole, { names: ['王', '李'] }).map(({ text }) => text)).toEqual(['王', '李']);
});

it('gives back the very answer where the form has none', () => {
  const data = { facts: '王' };
  expect(withIdentities(form({ facts: phone }), {}, () => 'x')).toEqual({});
  expect(withIdentities(whole, data, () => 'x')).toBe(data);
});
