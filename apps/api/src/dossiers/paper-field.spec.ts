import type { FormDefinition } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { paperFields } from './paper-field.js';

const ids = { person: '00000002-0000-4000-8000-000000000001', file: 'f1' };
const names = {
  person: (id: string) => (id === ids.person ? '骉某' : undefined),
  file: (id: string) => (id === ids.file ? '会议记录.pdf' : undefined),
};
const formOf = (field: JsonObject): FormDefinition => ({
  key: 'f',
  title: '表',
  schema: { type: 'object', properties: { a: { title: '甲', ...field } } },
});
const written = (field: JsonObject, value: unknown) =>
  paperFields(formOf(field), { a: value } as JsonObject, names)[0];
const texts = { type: 'array', items: { type: 'string' } };

it.each<[string, JsonObject, unknown, string]>([
  ['money', { type: 'integer', 'x-money': true }, 386_000_050, '3,860,000.50 元'],
  ['a number', { type: 'integer' }, 7, '7'],
  ['yes', { type: 'boolean' }, true, '是'],
  ['no', { type: 'boolean' }, false, '否'],
  ['a choice with its label', { type: 'string', enum: ['A1'], 'x-labels': { A1: '建设' } }, 'A1', 'A1 建设'],
  ['a person by name', { type: 'string', 'x-person': true }, ids.person, '骉某'],
  ['a person who is gone', { type: 'string', 'x-person': true }, 'someone', 'someone'],
  ['a person', { type: 'object', 'x-person': { from: ['town'] } }, { id: ids.person, name: '骉某' }, '骉某'],
  ['a village', { type: 'object', 'x-village': { from: 'town' } }, { id: 'v01', name: '柳河村' }, '柳河村'],
  ['an instant', { type: 'string', format: 'date-time' }, '2026-08-24T01:30:00Z', '2026-08-24 09:30'],
  ['a day', { type: 'string', format: 'date' }, '2026-08-24', '2026-08-24'],
  ['several texts', texts, ['一', '二'], '一、二'],
  ['nothing', { type: 'string' }, null, ''],
])('%s is written as a cadre reads it', (_, field, value, text) =>
  expect(written(field, value)).toEqual({ title: '甲', text }),
);

it('names files, of today and of former days', () => {
  const file = { type: 'array', 'x-file': { kind: 'file' }, items: { type: 'object' } };
  expect(written(file, [{ id: 'f1' }, { id: 'f2' }])!.text).toBe('会议记录.pdf、附件 2');
  expect(written(texts, ['签到表.pdf'])!.text).toBe('签到表.pdf');
});

it('writes a roll as a table, with what was counted by hand', () => {
  const value = {
    method: '举手',
    persons: [{ id: ids.person, mark: '回避', reason: '亲属' }],
    votes: { yes: 3 },
  };
  expect(written({ type: 'object', 'x-roll': true }, value)).toEqual({
    title: '甲',
    text: '表决方式：举手，同意 3',
    table: { head: ['姓名', '记录', '事由'], rows: [['骉某', '回避', '亲属']] },
  });
});

it('writes groups as a table with the titles of their fields', () => {
  const item = {
    type: 'object',
    properties: { n: { type: 'string', title: '品名' }, m: { type: 'integer', title: '数' } },
  };
  expect(written({ type: 'array', items: item }, [{ n: '水泥', m: 2 }, { n: '砂' }])).toEqual({
    title: '甲',
    text: '',
    table: {
      head: ['品名', '数'],
      rows: [
        ['水泥', '2'],
        ['砂', ''],
      ],
    },
  });
});

it('keeps the order of the form', () => {
  const schema = { type: 'object', properties: { a: { title: '甲' }, b: { title: '乙' } } } as JsonObject;
  const form = { key: 'f', title: '表', schema, ui: { order: ['b', 'a'] } };
  expect(paperFields(form, { a: 'x', b: 'y' }, names).map(({ title }) => title)).toEqual(['乙', '甲']);
});
