import fc from 'fast-check';

/** Random FEEL expressions by the kind of their value, in the part of the language where feelin follows DMN too. */
export type Expressions = {
  readonly number: string;
  readonly boolean: string;
  readonly list: string;
  readonly text: string;
  readonly date: string;
  readonly context: string;
};

const joined = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((texts) => texts.join(''));
const calling = (names: readonly string[], ...args: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...names), fc.tuple(...args))
    .map(([name, texts]) => `${name}(${texts.join(', ')})`);
const words = fc.constantFrom(...['a', 'Ab', '漯河', 'x y', '', 'aab'].map((word) => `"${word}"`));
const small = fc.integer({ min: 1, max: 4 }).map(String);
const order = fc.constantFrom(' < ', ' <= ', ' > ', ' >= ', ' = ', ' != ');
const days = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((day) => `date("${day.toISOString().slice(0, 10)}")`);
const spans = fc.constantFrom('P1D', 'P10D', 'P1M', 'P1Y', 'P1Y2M').map((span) => `duration("${span}")`);

export const expressions = fc.letrec<Expressions>((tie) => ({
  number: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(fc.integer({ min: 0, max: 20 }).map(String), fc.constantFrom('n', '0.5', 'null')),
    joined(
      fc.constant('('),
      tie('number'),
      fc.constantFrom(' + ', ' - ', ' * ', ' / '),
      tie('number'),
      fc.constant(')'),
    ),
    chosen(tie('boolean'), tie('number')),
    calling(['count', 'sum', 'max', 'min'], tie('list')),
    calling(['string length'], tie('text')),
    calling(['abs', 'floor', 'ceiling'], small),
    joined(tie('date'), fc.constantFrom('.year', '.month', '.day')),
    joined(tie('context'), fc.constant('.a')),
  ),
  boolean: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('true', 'false', 'null'),
    compared(tie('number')),
    compared(tie('text')),
    compared(tie('date')),
    joined(
      fc.constant('('),
      tie('boolean'),
      fc.constantFrom(' and ', ' or '),
      tie('boolean'),
      fc.constant(')'),
    ),
    fc
      .tuple(tie('number'), fc.nat(9), fc.nat(9))
      .map(([a, low, more]) => `(${a} in [${low}..${low + more}])`),
    fc
      .tuple(tie('number'), fc.nat(9), fc.nat(9))
      .map(([a, low, more]) => `(${a} between ${low} and ${low + more})`),
    calling(['not'], tie('boolean')),
    calling(['contains', 'starts with', 'ends with'], tie('text'), tie('text')),
    calling(['list contains'], tie('list'), small),
    fc
      .tuple(fc.constantFrom('some', 'every'), tie('list'), order, small)
      .map(([which, list, sign, value]) => `(${which} x in ${list} satisfies x${sign}${value})`),
  ),
  list: fc.oneof(
    { maxDepth: 3 },
    fc
      .array(fc.integer({ min: -5, max: 5 }), { minLength: 2, maxLength: 5 })
      .map((items) => `[${items.join(', ')}]`),
    fc.constant('people.age'),
    tie('list').map((items) => `(for x in ${items} return x + 1)`),
    tie('list').map((items) => `${items}[item > 0]`),
    fc.tuple(order, small).map(([sign, value]) => `people[age${sign}${value}0].age`),
    calling(['reverse', 'distinct values'], tie('list')),
    calling(['concatenate'], tie('list'), tie('list')),
    calling(['append'], tie('list'), small),
  ),
  text: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(words, fc.constantFrom('person.name', 'person.address.city')),
    joined(fc.constant('('), tie('text'), fc.constant(' + '), tie('text'), fc.constant(')')),
    chosen(tie('boolean'), tie('text')),
    calling(['upper case', 'lower case'], tie('text')),
    calling(['substring'], tie('text'), small),
    calling(['substring before', 'substring after'], tie('text'), tie('text')),
    calling(['string'], fc.integer({ min: -9, max: 99 }).map(String)),
    joined(tie('context'), fc.constant('.b')),
  ),
  date: fc.oneof(
    { maxDepth: 3 },
    days,
    joined(fc.constant('('), tie('date'), fc.constantFrom(' + ', ' - '), spans, fc.constant(')')),
    chosen(tie('boolean'), tie('date')),
  ),
  context: fc.oneof(
    { maxDepth: 2 },
    fc.tuple(tie('number'), tie('text')).map(([a, b]) => `{a: ${a}, b: ${b}}`),
    fc.tuple(tie('number'), tie('text')).map(([a, b]) => `{k: ${a}, a: k + 1, b: ${b}}`),
  ),
}));

function chosen(condition: fc.Arbitrary<string>, value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(condition, value, value).map(([a, b, c]) => `(if ${a} then ${b} else ${c})`);
}

function compared(value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(value, order, value).map((parts) => `(${parts.join('')})`);
}
