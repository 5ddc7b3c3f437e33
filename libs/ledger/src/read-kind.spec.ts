import * as fc from 'fast-check';
import type { Json, JsonObject } from '@wuqing/kernel';
import { readKind } from './read-kind.js';
import { sampleFile } from './sample-kind.fixture.js';

const findingsOf = (file: Json): readonly string[] => {
  const read = readKind(file);
  return read.ok ? [] : read.error.map(({ path, message }) => `${path} ${message}`);
};

const schema = sampleFile['schema'] as JsonObject;
const properties = schema['properties'] as JsonObject;
const withField = (name: string, field: JsonObject): JsonObject => ({
  ...sampleFile,
  schema: { ...schema, properties: { ...properties, [name]: field } },
});

describe('a kind of ledger', () => {
  it('is read from its file', () => {
    const read = readKind(sampleFile);
    expect(read).toMatchObject({
      ok: true,
      value: { key: 'sample-seats', states: [{ ends: false }, {}, {}] },
    });
    expect(read).toMatchObject({
      value: { handEdit: { confirm: [{ position: 'village-director', place: 'village' }, {}] } },
    });
  });

  it.each<[string, Json, string]>([
    ['no object', 'x', ' 此处应为一组带名称的内容（JSON 对象）。'],
    ['a member nobody reads', { ...sampleFile, keeper: 1 }, '/keeper 没有「keeper」这一项'],
    ['a key that is none', { ...sampleFile, key: 'Seats' }, '/key 代码由小写字母'],
    ['a title of nothing', { ...sampleFile, title: '\u3000' }, '/title 请填写台账名称'],
    ['a version of zero', { ...sampleFile, version: 0 }, '/version 应为 1 至 10000 的整数'],
    ['another kind of unit', { ...sampleFile, unitKind: 'office' }, '/unitKind 应为 village、town 之一'],
    ['a form that is none', { ...sampleFile, schema: { type: 'array' } }, '/schema 字段不合表单的规则'],
    [
      'a form that takes more',
      { ...sampleFile, schema: { ...schema, additionalProperties: true } },
      '/schema 字段不合表单的规则',
    ],
    [
      'a roll among the fields',
      withField('roll', { type: 'object', title: '名册', 'x-roll': true }),
      '/schema',
    ],
    [
      'a key of a field that is not there',
      { ...sampleFile, unique: { fields: ['number'], over: 'unit' } },
      '/unique/fields/0 字段中没有「number」',
    ],
    [
      'a key that may be absent',
      { ...sampleFile, unique: { fields: ['to'], over: 'unit' } },
      '/unique/fields/0 「to」是编号的一部分，应为必填',
    ],
    ['no key', { ...sampleFile, unique: { fields: [], over: 'all' } }, '/unique/fields 应为至少 1 项的列表'],
    [
      'a key twice',
      { ...sampleFile, unique: { fields: ['no', 'no'], over: 'all' } },
      '/unique/fields 这个列表中有重复的项',
    ],
    ['no state that ends', { ...sampleFile, states: [{ key: 'a', title: '有' }] }, '/states 至少应有一个'],
    [
      'a first state that ends',
      { ...sampleFile, states: [{ key: 'a', title: '止', ends: true }] },
      '/states/0/ends 第一个状态是登记时的状态',
    ],
    [
      'a state that leads nowhere',
      {
        ...sampleFile,
        states: [
          { key: 'a', title: '有', next: ['c'] },
          { key: 'b', title: '止', ends: true },
        ],
      },
      '/states/0/next 没有代码为「c」的状态',
    ],
    ['days that are none', { ...sampleFile, validity: { from: 'no' } }, '/validity/from 「no」应为日期字段'],
    ['an unknown level', { ...sampleFile, readers: { rows: 'X' } }, '/readers/rows 应为 P、V、T、N 之一'],
    [
      'an unknown office',
      { ...sampleFile, readers: { rows: 'T', offices: ['moon'] } },
      '/readers/offices 没有代码为「moon」的科室',
    ],
    [
      'a search in what not every reader may read',
      { ...sampleFile, search: ['phone'] },
      '/search/0 「phone」不是每个能看这一行的人都能看的',
    ],
    ['a search in days', { ...sampleFile, search: ['from'] }, '/search/0 「from」应为文字字段'],
    [
      'named readers and no look-log',
      { ...sampleFile, readers: { rows: 'N' }, search: [] },
      '/looks 有限定知情人员的内容',
    ],
    ['a seat that is none', { ...sampleFile, handEdit: { by: ['king'] } }, '/handEdit/by 「king」不是职务'],
    [
      'unconfirmed data that one hand writes',
      { ...sampleFile, handEdit: { by: ['village-clerk'] } },
      '/handEdit/confirm 待镇确认的台账，手工登记须由另一人确认',
    ],
    [
      'no years and no “for ever”',
      { ...sampleFile, retention: { from: 'ended', then: 'archive' } },
      '/retention/years 应为 1 至 1000 的整数',
    ],
  ])('is refused with %s', (_, file, finding) => {
    expect(findingsOf(file).some((found) => found.startsWith(finding))).toBe(true);
  });

  it('that one person writes is allowed once the town has confirmed it', () => {
    expect(findingsOf({ ...sampleFile, unconfirmed: false, handEdit: { by: ['village-clerk'] } })).toEqual(
      [],
    );
  });

  it('is kept for ever where it says so', () => {
    expect(findingsOf({ ...sampleFile, retention: { years: null, from: 'ended', then: 'archive' } })).toEqual(
      [],
    );
  });

  it('says what is wrong in Chinese, whatever stands in a member, and never throws', () => {
    const member = fc.constantFrom(...Object.keys(sampleFile));
    fc.assert(
      fc.property(member, fc.jsonValue({ maxDepth: 3 }), (name, value) => {
        for (const finding of findingsOf({ ...sampleFile, [name]: value as Json }))
          expect(finding).toMatch(/^(\/[^ ]*)? .*\p{Script=Han}/u);
      }),
    );
  });
});
