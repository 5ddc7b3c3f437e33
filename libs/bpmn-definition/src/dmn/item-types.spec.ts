import type { Json } from '@wuqing/kernel';
import { context, decision, inputData, item, list, takes } from './boxes.fixture.js';
import { said } from './decide.fixture.js';
import { dmnFile, requires, variable } from './decision-file.fixture.js';

const types = [
  item('tGrade', 'string', '"A", "B"'),
  item('tGrades[]', 'tGrade'),
  item('tCodes[]', 'string', '"x", "y"'),
  item('tNumbers[]', 'number'),
  item('tPerson', { name: 'string', age: 'number' }),
  item('tHouse', { head: 'tPerson', 'members[]': 'tPerson', since: 'date' }),
  item('tAlias', 'tHouse'),
  item('tTree', { value: 'number', 'children[]': 'tTree' }),
  item('tMatrix[]', 'tNumbers'),
  item('tScore', 'number', '[0..100]'),
].join('');

const tom = { name: 'Tom', age: 5 };
const house = { head: tom, members: [tom], since: '2020-02-29' };

describe('a value of an item definition', () => {
  const result = (type: string, value: Json): Promise<Json> =>
    said(dmnFile(types + inputData(`v: ${type}`) + decision('d', 'v', takes('v'))), { v: value });

  it.each<[type: string, given: Json, value: Json]>([
    ['tGrade', 'A', 'A'],
    ['tGrade', null, null],
    ['tGrade', ['A'], 'A'],
    ['tGrades', ['A', 'B'], ['A', 'B']],
    ['tGrades', 'A', ['A']],
    ['tNumbers', [], []],
    ['tNumbers', 1, [1]],
    ['tNumbers', [1, null], [1, null]],
    ['tCodes', ['x', 'y'], ['x', 'y']],
    ['tPerson', tom, tom],
    ['tPerson', { ...tom, more: 1 }, { ...tom, more: 1 }],
    ['tPerson', { name: null, age: null }, { name: null, age: null }],
    ['tHouse', house, house],
    ['tAlias', house, house],
    [
      'tTree',
      { value: 1, children: [{ value: 2, children: [] }] },
      { value: 1, children: [{ value: 2, children: [] }] },
    ],
    ['tMatrix', [[1], [2, 3]], [[1], [2, 3]]],
    ['tScore', 100, 100],
  ])('%s takes %j', async (type, given, value) => expect(await result(type, given)).toEqual(value));

  it.each<[type: string, given: Json, fault: string]>([
    ['tGrade', 'C', 'input-value: Expected input "v" (tGrade) to be one of "A", "B"'],
    ['tGrade', 1, 'input-type: Expected input "v" (tGrade) to be a string, found a number'],
    ['tGrades', ['A', 'C'], 'Expected input "v" at [2] (tGrade) to be one of "A", "B"'],
    ['tCodes', ['x', 'z'], 'Expected input "v" at [2] (tCodes) to be one of "x", "y"'],
    ['tNumbers', [1, 'a'], 'Expected input "v" at [2] (tNumbers) to be a number, found a string'],
    ['tPerson', { name: 'Tom' }, 'Expected input "v" (tPerson) to have the component "age"'],
    ['tPerson', { name: 'Tom', age: 'five' }, 'Expected input "v" at .age (tPerson) to be a number'],
    ['tPerson', 'Tom', 'Expected input "v" (tPerson) to be a context, found a string'],
    [
      'tHouse',
      { ...house, members: [tom, { name: 'A', age: true }] },
      'at .members[2].age (tPerson) to be a number',
    ],
    ['tAlias', { ...house, since: '2021-02-29' }, 'at .since (tHouse) to be a date, found a string'],
    ['tTree', { value: 1, children: [{ value: 'x', children: [] }] }, 'at .children[1].value (tTree)'],
    ['tMatrix', [[1], ['a']], 'at [2][1] (tNumbers)'],
    ['tScore', 101, 'to be one of [0..100]'],
  ])('%s does not take %j', async (type, given, fault) => expect(await result(type, given)).toContain(fault));

  it('has components whose names hold key words and signs', async () => {
    const names = item('tBooks', { 'Profit and Loss': 'number', 'tracking-id': 'string' });
    const logic = 'if books.tracking-id = "a" then books.Profit and Loss * 2 else 0';
    const file = dmnFile(names + inputData('books: tBooks') + decision('d', logic, takes('books')));
    expect(await said(file, { books: { 'Profit and Loss': 21, 'tracking-id': 'a' } })).toBe(42);
  });

  it('is bounded where the data recur', async () => {
    let tree: Json = { value: 1, children: [] };
    for (let depth = 0; depth < 100; depth++) tree = { value: 1, children: [tree] };
    expect(await result('tTree', tree)).toContain('at most 200');
  });

  it.each([
    ['date', '2026-01-31', 'v.month', 1],
    ['time', '10:30:00', 'v.minute', 30],
    ['dateTime', '2026-01-31T10:30:00Z', 'v.hour', 10],
    ['date and time', '2026-01-31', 'v.hour', 0],
    ['dayTimeDuration', 'P1D', 'v.days', 1],
    ['yearMonthDuration', 'P14M', 'v.years', 1],
    ['feel:date', '2026-01-31', 'v.day', 31],
  ])('a text is taken for the %s that it writes', async (type, given, expression, value) => {
    const own = dmnFile(inputData(`v: ${type}`) + decision('d', expression, takes('v')));
    expect(await said(own, { v: given })).toBe(value);
    const through = dmnFile(
      item('tItem', { 'at[]': type.replace('feel:', '') }) +
        inputData('w: tItem') +
        decision('d', expression.replace('v.', 'w.at[1].'), takes('w')),
    );
    expect(await said(through, { w: { at: [given] } })).toBe(value);
  });

  it('is asked of results, between decisions and in boxes', async () => {
    const required = dmnFile(
      types +
        decision('e', '{name: "Tom"}', variable('e', 'tPerson')) +
        decision('d', 'e.age', requires('e')),
    );
    expect(await said(required)).toContain('Expected decision "e" (tPerson) to have the component "age"');
    const boxed = dmnFile(types + decision('d', context({ 'g: tGrade': '"C"' })));
    expect(await said(boxed)).toContain('Expected entry "g" (tGrade) to be one of');
    const day = dmnFile(
      decision('e', '"2026-01-31"', variable('e', 'date')) + decision('d', 'e.month', requires('e')),
    );
    expect(await said(day)).toBe(1);
  });

  it('is asked as a whole by a constraint of DMN 1.5', async () => {
    const few = item('tFew[]', 'number').replace(
      '</itemDefinition>',
      '<typeConstraint><text>count(?) &lt; 3</text></typeConstraint></itemDefinition>',
    );
    const file = (logic: string): string =>
      dmnFile(few + decision('d', logic, variable('d', 'tFew'))).replace('20191111', '20230324');
    expect(await said(file(list('1', '2')))).toEqual([1, 2]);
    expect(await said(file(list('1', '2', '3')))).toContain('(tFew) to be one of count(?) < 3');
  });
});

describe('an item definition', () => {
  it.each<[what: string, definitions: string, problem: string]>([
    ['of an unknown type', item('tA', 'money'), '类型「tA」的类型「money」不认识'],
    ['with a component of an unknown type', item('tA', { b: 'money' }), '类型「tA.b」的类型「money」不认识'],
    ['with values that are no tests', item('tA', 'string', '"A" "B"'), '类型「tA」的取值范围有误'],
    ['of itself', item('tA', 'tA'), '类型「tA」绕回了自己'],
    ['of a list of itself', item('tA[]', 'tA'), '类型「tA」绕回了自己'],
  ])('%s is refused by name, once', async (_what, definitions, problem) => {
    const file = dmnFile(
      definitions + decision('d', '1', variable('d', 'tA')) + decision('e', '1', variable('e', 'tA')),
    );
    const text = String(await said(file));
    expect(text).toContain(problem);
    expect(text).not.toContain('|');
  });
});
