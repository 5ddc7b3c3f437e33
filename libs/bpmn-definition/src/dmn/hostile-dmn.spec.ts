import { evaluateDecision } from '@wuqing/decision';
import { instantOf } from '@wuqing/kernel';
import fc from 'fast-check';
import {
  boxedFunction,
  context,
  decision,
  inputData,
  invocation,
  item,
  knowledge,
  knows,
  list,
  relation,
  service,
  takes,
} from './boxes.fixture.js';
import { compileModel } from './compile-model.js';
import { dmnFile, requires, tableDecision, variable } from './decision-file.fixture.js';

const whole = dmnFile(
  item('tGrade', 'string', '"A", "B"') +
    item('tTree', { value: 'number', 'children[]': 'tTree' }) +
    inputData('n: number') +
    inputData('tree: tTree') +
    knowledge('f', ['x: number'], context({ y: 'x + 1', '': 'y * 2' })) +
    service('s', { outputDecision: ['e'], inputData: ['in-n'] }) +
    decision('e', list('n', relation(['a', 'b: tGrade'], ['n', '"A"'])), takes('n')) +
    decision('g', context({ h: boxedFunction(['z'], 'z + n'), '': invocation('f', { x: 'h(1)' }) }), takes('n') + knows('f')) +
    tableDecision('d', { hitPolicy: 'COLLECT', aggregation: 'SUM', inputs: ['n: number = > 0', 'g'], outputs: ['r: number or 0'], rules: ['> 1 | - => f(n)', '[0..9] | not(5) => 2'] }, requires('g') + requires('e') + knows('f', 's') + variable('d', 'number')),
); // prettier-ignore

const options = { hostFunctionNames: [] };
const at = { now: instantOf('2026-08-24T02:00:00Z'), timeZone: 'Asia/Shanghai', hostFunctions: {} };
const json = fc.jsonValue({ maxDepth: 4 });

/** Whatever the file says is an answer: problems with a sentence, or decisions that give a value or a fault. */
async function answered(xml: string, n: unknown): Promise<void> {
  const model = await compileModel(xml, options);
  if (!model.ok)
    return expect(model.error.every(({ message }) => /\p{Script=Han}/u.test(message))).toBe(true);
  for (const { compiled } of [...model.value.decisions, ...model.value.functions]) {
    if (!compiled.ok) {
      expect(compiled.error.length).toBeGreaterThan(0);
      continue;
    }
    const result = evaluateDecision(compiled.value, () => n as number, at);
    expect(result.ok || /^Expected /.test(result.error.message)).toBe(true);
  }
}

it('reads the whole as it is', async () => {
  const model = await compileModel(whole, options);
  expect(model).toMatchObject({ ok: true, value: { problems: [] } });
});

it('answers whatever is cut out, doubled or put in', async () => {
  const place = fc.nat(whole.length - 1);
  const change = fc.tuple(
    place,
    fc.nat(60),
    fc.constantFrom('', 'twice', '<', '"', '&#0;', ']]>', '<context/>', '__proto__', '1 +', ' in '),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), json, async (changes, n) => {
      const xml = changes.reduce((text, [from, length, put]) => {
        const cut = text.slice(from, from + length);
        return text.slice(0, from) + (put === 'twice' ? cut + cut : put) + text.slice(from + length);
      }, whole);
      await answered(xml, n);
    }),
    { numRuns: 300 },
  ); // prettier-ignore
});

it('answers whatever the process holds', async () =>
  fc.assert(
    fc.asyncProperty(json, (value) => answered(whole, value)),
    { numRuns: 100 },
  ));

it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'])(
  'takes %s for a name like any other',
  async (name) => {
    const model = await compileModel(
      dmnFile(
        item(name, { [`${name}`]: 'number' }) +
          inputData(`${name}: ${name}`) +
          knowledge(`f${name}`, [name], name) +
          decision(
            'd',
            context({ [`${name}: number`]: `${name}.${name}`, '': name }),
            takes(name) + variable(name),
          ) +
          decision('e', name, requires('d')),
      ),
      options,
    );
    if (!model.ok) throw new Error(JSON.stringify(model.error));
    const [, e] = model.value.decisions;
    if (!e?.compiled.ok) throw new Error(JSON.stringify(e?.compiled));
    const held = JSON.parse(`{"${name}": 7}`) as never;
    expect(evaluateDecision(e.compiled.value, (read) => (read === name ? held : undefined), at)).toEqual({
      ok: true,
      value: 7,
    });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  },
);

it('cuts long names between two signs, never through one', async () => {
  const name = `a${'𠀀'.repeat(60)}`;
  const named = decision('d', '1 + ').replace('name="d"', `name="${name}"`);
  for (const body of [named, decision('d', `${name}(1)`), decision('d', `1 ${name}`)]) {
    const model = await compileModel(dmnFile(body), options);
    if (!model.ok) throw new Error(JSON.stringify(model.error));
    const [problem] = model.value.problems;
    expect(problem?.message).toContain('𠀀');
    expect(problem?.message).not.toMatch(/\p{Surrogate}/u);
  }
});
