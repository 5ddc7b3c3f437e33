import type { JsonObject } from '@wuqing/kernel';
import { isWithoutText, strayIn } from './without-text.js';

const form = (properties: JsonObject) => ({ schema: { type: 'object', properties } });
const DAY = { type: 'string', format: 'date' };
const LEVEL = { type: 'string', enum: ['上级', '本级'] };

it.each<[string, JsonObject, boolean]>([
  [
    'days, choices, numbers and yes or no',
    { on: DAY, level: LEVEL, n: { type: 'integer' }, is: { type: 'boolean' } },
    true,
  ],
  ['nothing at all', {}, true],
  ['a text', { on: DAY, facts: { type: 'string' } }, false],
  ['a list', { names: { type: 'array', items: LEVEL } }, false],
  ['a file', { paper: { type: 'object', properties: { id: { type: 'string' } } } }, false],
])('a form of %s', (_what, properties, without) => expect(isWithoutText(form(properties))).toBe(without));

it.each<[JsonObject, string[]]>([
  [{}, []],
  [{ on: '2026-09-24', level: '上级' }, []],
  [{ on: '', level: null }, []],
  [{ on: '某书记占地', level: '上级' }, ['on']],
  [{ level: '某书记占地' }, ['level']],
  [{ level: ['上级'] }, ['level']],
  [{ facts: '某书记占地', level: '本级' }, ['facts']],
])('of %j it could not take %j', (data, stray) =>
  expect(strayIn(form({ on: DAY, level: LEVEL }), data)).toEqual(stray),
);
