import { evaluateDecision, type DecisionFault } from '@wuqing/decision';
import { instantOf, type Json, type JsonObject, type Result } from '@wuqing/kernel';
import { compileDecisions } from './compile-decisions.js';
import {
  dmnFile,
  literalDecision,
  requires,
  tableDecision,
  variable,
  type DrawnTable,
} from './decision-file.fixture.js';

const context = { now: instantOf('2026-08-24T02:00:00Z'), timeZone: 'Asia/Shanghai', hostFunctions: {} };

async function decide(body: string, scope: JsonObject, id = 'd'): Promise<Result<Json, DecisionFault>> {
  const compiled = await compileDecisions(dmnFile(body), { hostFunctionNames: [] });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  const decision = compiled.value[id];
  if (!decision) throw new Error(`Expected a decision ${id}`);
  return evaluateDecision(decision, (name) => scope[name], context);
}

const valueOf = async (table: DrawnTable, scope: JsonObject): Promise<Json> => {
  const result = await decide(tableDecision('d', table), scope);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

const amounts: DrawnTable = {
  inputs: ['amount: number'],
  outputs: ['level'],
  rules: ['< 5000 => "村级"', '[5000..50000) => "镇级"', '>= 50000 => "会议"'],
};

const overlapping = ['> 1 => "b"', '> 2 => "a"', '> 3 => "b"'];

describe('a decision table', () => {
  it.each<[name: string, table: DrawnTable, scope: JsonObject, value: Json]>([
    ['finds the rule that matches', amounts, { amount: 5000 }, '镇级'],
    ['is null where no rule matches', amounts, { amount: null }, null],
    ['gives the default where no rule matches', { ...amounts, outputs: ['level or "退回"'] }, {}, '退回'],
    ['takes "-" and an empty cell for any value', { inputs: ['a', 'b'], rules: ['- |  => 1'] }, {}, 1],
    ['reads an empty result as null', { inputs: ['a'], rules: ['1 => '] }, { a: 1 }, null],
    ['lists alternatives', { inputs: ['a'], rules: ['1, 3, > 5 => true'] }, { a: 3 }, true],
    ['negates', { inputs: ['a'], rules: ['not(1, 3) => true'] }, { a: 2 }, true],
    ['negates alternatives', { inputs: ['a'], rules: ['not(1, 3) => true'] }, { a: 3 }, null],
    ['asks conditions over ?', { inputs: ['a'], rules: ['contains(?, "路") => 1'] }, { a: '修路' }, 1],
    ['mixes values and conditions', { inputs: ['a'], rules: ['1, ? > 5 => true'] }, { a: 6 }, true],
    ['tests truth', { inputs: ['a: boolean'], rules: ['false => 1', 'true => 2'] }, { a: false }, 1],
    ['tests null', { inputs: ['a'], rules: ['null => 1'] }, {}, 1],
    ['looks into a list', { inputs: ['a'], rules: ['list contains(?, 2) => 1'] }, { a: [1, 2] }, 1],
    [
      'takes a list of values as values',
      { inputs: ['a'], rules: ['known => 1'] },
      { a: 2, known: [1, 2] },
      1,
    ],
    [
      'reads other variables in its cells',
      { inputs: ['a'], rules: ['< limit => limit - a'] },
      { a: 2, limit: 5 },
      3,
    ],
    ['needs no input', { rules: ['=> 7'] }, {}, 7],
    [
      'reads texts as dates where a column says so',
      { inputs: ['due: date'], rules: ['< date("2026-09-01") => "近"'] },
      { due: '2026-08-24' },
      '近',
    ],
    [
      'reads texts as durations',
      { inputs: ['term: dayTimeDuration'], rules: ['> duration("P2D") => string(term)'] },
      { term: 'P3D' },
      'P3D',
    ],
    [
      'names several outputs',
      { inputs: ['a'], outputs: ['x', 'y'], rules: ['1 => 2 | 3'] },
      { a: 1 },
      { x: 2, y: 3 },
    ],
    [
      'defaults column by column',
      { inputs: ['a'], outputs: ['x or 5', 'y'], rules: ['1 => 2 | 3'] },
      { a: 2 },
      { x: 5, y: null },
    ],
    ['FIRST: the first', { hitPolicy: 'FIRST', inputs: ['a'], rules: overlapping }, { a: 4 }, 'b'],
    ['ANY: all agree', { hitPolicy: 'ANY', inputs: ['a'], rules: ['> 1 => 1', '> 2 => 1.0'] }, { a: 4 }, 1],
    [
      'PRIORITY: the first of the output values',
      { hitPolicy: 'PRIORITY', inputs: ['a'], outputs: ['r = "a", "b"'], rules: overlapping },
      { a: 4 },
      'a',
    ],
    [
      'PRIORITY: column by column',
      {
        hitPolicy: 'PRIORITY',
        inputs: ['a'],
        outputs: ['r = "a", "b"', 's = 2, 1'],
        rules: ['1 => "b" | 2', '1 => "a" | 1', '1 => "a" | 2'],
      },
      { a: 1 },
      { r: 'a', s: 2 },
    ],
    [
      'OUTPUT ORDER: by the output values',
      { hitPolicy: 'OUTPUT ORDER', inputs: ['a'], outputs: ['r = "a", "b"'], rules: overlapping },
      { a: 4 },
      ['a', 'b', 'b'],
    ],
    [
      'RULE ORDER: all in order',
      { hitPolicy: 'RULE ORDER', inputs: ['a'], rules: overlapping },
      { a: 4 },
      ['b', 'a', 'b'],
    ],
    [
      'RULE ORDER: several outputs',
      { hitPolicy: 'RULE ORDER', inputs: ['a'], outputs: ['x', 'y'], rules: ['1 => 1 | 2', '1 => 3 | 4'] },
      { a: 1 },
      [
        { x: 1, y: 2 },
        { x: 3, y: 4 },
      ],
    ],
    ['COLLECT: all', { hitPolicy: 'COLLECT', inputs: ['a'], rules: overlapping }, { a: 3 }, ['b', 'a']],
    ['COLLECT: none', { hitPolicy: 'COLLECT', inputs: ['a'], rules: overlapping }, { a: 0 }, null],
    ...(
      [
        ['SUM', 6],
        ['MIN', 1],
        ['MAX', 3],
        ['COUNT', 3],
      ] as const
    ).map(([aggregation, value]): [string, DrawnTable, JsonObject, Json] => [
      `COLLECT ${aggregation}`,
      { hitPolicy: 'COLLECT', aggregation, inputs: ['a'], rules: ['1 => 1', '1 => 2', '1 => 3'] },
      { a: 1 },
      value,
    ]),
    [
      'COLLECT COUNT of nothing is null, as in Camunda 8',
      { hitPolicy: 'COLLECT', aggregation: 'COUNT', inputs: ['a'], rules: ['1 => 1'] },
      { a: 2 },
      null,
    ],
    [
      'COLLECT SUM of durations',
      { hitPolicy: 'COLLECT', aggregation: 'SUM', rules: ['=> duration("P1D")', '=> duration("PT12H")'] },
      {},
      'P1DT12H',
    ],
  ])('%s', async (_name, table, scope, value) => expect(await valueOf(table, scope)).toEqual(value));
});

it('takes priorities from the allowed values of the type, where the column lists none', async () => {
  const level =
    '<itemDefinition name="tLevel"><typeRef>string</typeRef><allowedValues><text>"a", "b"</text></allowedValues></itemDefinition>';
  const table = tableDecision('d', {
    hitPolicy: 'OUTPUT ORDER',
    inputs: ['a'],
    outputs: ['r: tLevel'],
    rules: overlapping,
  });
  expect(await decide(level + table, { a: 4 })).toEqual({ ok: true, value: ['a', 'b', 'b'] });
});

describe('a fault names the decision and the rules', () => {
  it.each<[table: DrawnTable, scope: JsonObject, code: string, ruleIds: readonly string[], message: string]>([
    [
      { inputs: ['a'], rules: ['> 1 => 1', '> 9 => 3', '> 2 => 1'] },
      { a: 4 },
      'hit-policy',
      ['r1', 'r3'],
      'Expected exactly one rule to match, found rules r1, r3',
    ],
    [
      { hitPolicy: 'ANY', inputs: ['a'], rules: ['> 1 => 1', '> 2 => 2'] },
      { a: 4 },
      'hit-policy',
      ['r1', 'r2'],
      'Expected the same outputs',
    ],
    [
      { inputs: ['a: number'], rules: ['1 => 1'] },
      { a: '1' },
      'input-type',
      [],
      'Expected input "a" to be a number, found a string',
    ],
    [{ inputs: ['a: date'], rules: ['- => 1'] }, { a: '2026-02-30' }, 'input-type', [], 'to be a date'],
    [
      { inputs: ['a: number = [1..5]'], rules: ['- => 1'] },
      { a: 6 },
      'input-value',
      [],
      'Expected input "a" to be one of [1..5]',
    ],
    [
      { outputs: ['r: number'], rules: ['=> "x"'] },
      {},
      'output-type',
      ['r1'],
      'Expected output "r" to be a number',
    ],
    [{ outputs: ['r = "a", "b"'], rules: ['=> "x"'] }, {}, 'output-value', ['r1'], 'to be one of "a", "b"'],
    [
      { hitPolicy: 'COLLECT', aggregation: 'SUM', rules: ['=> 1', '=> "x"'] },
      {},
      'aggregation',
      ['r1', 'r2'],
      'that have a SUM',
    ],
    [{ rules: ['=> for i in 1..1000000 return i'] }, {}, 'expression', [], 'at most'],
  ])('%j', async (table, scope, code, ruleIds, message) => {
    const result = await decide(tableDecision('d', table), scope);
    expect(result).toMatchObject({ ok: false, error: { code, decisionId: 'd', ruleIds } });
    expect(result).toMatchObject({ error: { message: expect.stringContaining(message) as string } });
    expect(result).toMatchObject({
      error: { message: expect.stringContaining('in decision "d"') as string },
    });
  });
});

describe('required decisions', () => {
  const body =
    tableDecision(
      'd',
      { inputs: ['risk', 'score'], rules: ['"高" | > 5 => risk + "-" + string(base)', '- | <= 5 => "低"'] },
      requires('risk') + requires('b'),
    ) +
    tableDecision('risk', { inputs: ['score'], rules: ['> 5 => "高"', '<= 5 => "低"'] }, requires('b')) +
    literalDecision('b', 'amount / 1000', variable('base')) +
    literalDecision('alone', 'base');

  it('are evaluated first and seen under their variable, or their id', async () => {
    expect(await decide(body, { score: 7, amount: 2000 })).toEqual({ ok: true, value: '高-2' });
  });

  it('are not seen by others', async () => {
    expect(await decide(body, { base: 5 }, 'alone')).toEqual({ ok: true, value: 5 });
  });

  it('say what must come from outside', async () => {
    const compiled = await compileDecisions(dmnFile(body), { hostFunctionNames: [] });
    expect(compiled).toMatchObject({
      ok: true,
      value: {
        d: { reads: ['amount', 'score'] },
        risk: { reads: ['amount', 'score'] },
        alone: { reads: ['base'] },
      },
    });
  });

  it('keep dates between decisions', async () => {
    const dates =
      literalDecision('d', 'due + duration("P1D")', requires('due')) +
      literalDecision('due', 'date("2026-08-24")');
    expect(await decide(dates, {})).toEqual({ ok: true, value: '2026-08-25' });
  });

  it('are checked for their type, and named where they fail', async () => {
    const typed =
      literalDecision('d', 'x', requires('x')) + literalDecision('x', '"a"', variable('x', 'number'));
    expect(await decide(typed, {})).toMatchObject({
      ok: false,
      error: { code: 'output-type', decisionId: 'x' },
    });
  });
});
