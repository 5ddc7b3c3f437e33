import type {
  Aggregation,
  CellExpression,
  DecisionTable,
  HitPolicy,
  TableInput,
  TableOutput,
  TableRule,
} from '@wuqing/decision';
import type { Ast } from '@wuqing/expression';
import { shortened } from '../sentence.js';
import { elementIn, elementsIn, textIn, type ModdleElement } from '../xml/moddle-element.js';
import { nothing, type CellCompiler } from './cell-compiler.js';
import { nameIn } from './name-in.js';

const hitPolicies: readonly HitPolicy[] = [
  'UNIQUE',
  'ANY',
  'PRIORITY',
  'FIRST',
  'COLLECT',
  'RULE ORDER',
  'OUTPUT ORDER',
];
const aggregations: readonly Aggregation[] = ['SUM', 'MIN', 'MAX', 'COUNT'];

/** Rules of one table; more than this is data, not a decision. */
export const rulesMax = 2_000;

/** `decisionTable` (DMN 1.3 chapter 8); what is wrong stands in `cells.problems`. */
export function compileTable(table: ModdleElement, place: string, cells: CellCompiler): DecisionTable {
  const known = hitPolicyOf(table, place, cells);
  const hitPolicy = known ?? 'UNIQUE';
  const aggregation = aggregations.find((known) => known === table.aggregation);
  const inputs = elementsIn(table, 'input').map((input, at) =>
    compileInput(input, `${place}的输入${at + 1}`, cells),
  );
  const outputs = elementsIn(table, 'output').map((output, at) =>
    compileOutput(output, hitPolicy, `${place}的输出${at + 1}`, cells),
  );
  checkOutputs(table, outputs, place, cells);
  if (known) checkHitPolicy(table, known, outputs, place, cells);
  const rules = elementsIn(table, 'rule');
  if (rules.length > rulesMax)
    cells.refuse('decision-table', `${place}超过 ${rulesMax} 条规则，请拆分。`, table);
  return {
    type: 'decisionTable',
    hitPolicy,
    ...(aggregation === undefined ? {} : { aggregation }),
    inputs,
    outputs,
    rules: rules
      .slice(0, rulesMax)
      .map((rule, at) => compileRule(rule, inputs, outputs.length, `${place}的规则${at + 1}`, cells)),
  };
}

function hitPolicyOf(table: ModdleElement, place: string, cells: CellCompiler): HitPolicy | undefined {
  const named = textIn(table, 'hitPolicy') ?? 'UNIQUE';
  const known = hitPolicies.find((policy) => policy === named);
  if (!known)
    cells.refuse(
      'hit-policy',
      `${place}的命中策略「${shortened(named)}」不认识，可用：${hitPolicies.join('、')}。`,
      table,
    );
  return known;
}

function compileInput(input: ModdleElement, place: string, cells: CellCompiler): TableInput {
  const element = elementIn(input, 'inputExpression');
  const expression = cells.expression(element, place);
  if (!expression && textIn(element, 'text') === undefined)
    cells.refuse('decision-table', `${place}没有写表达式，请写出要比较的值。`, input);
  const valueType = cells.typeOf(element, place);
  const allowed = cells.testsOf(elementIn(input, 'inputValues'), `${place}的取值范围`, valueType);
  return {
    id: input.id ?? '',
    label: textIn(input, 'label') ?? expression?.source ?? '',
    expression: expression ?? nothing,
    ...(valueType && { valueType }),
    ...(allowed && { allowed }),
  };
}

function compileOutput(
  output: ModdleElement,
  hitPolicy: HitPolicy,
  place: string,
  cells: CellCompiler,
): TableOutput {
  const valueType = cells.typeOf(output, place);
  const allowed = cells.tests(elementIn(output, 'outputValues'), `${place}的取值范围`);
  const otherwise = cells.expression(elementIn(output, 'defaultOutputEntry'), `${place}的默认值`);
  const ordered = elementIn(output, 'outputValues') ? allowed : cells.allowedValuesOf(valueType);
  return {
    id: output.id ?? '',
    name: nameIn(output) ?? '',
    ...(valueType && { valueType }),
    ...(allowed && { allowed }),
    ...(ordered && byPriority(hitPolicy) && { priorities: prioritiesOf(ordered, output, place, cells) }),
    ...(otherwise && { otherwise }),
  };
}

const byPriority = (hitPolicy: HitPolicy): boolean =>
  hitPolicy === 'PRIORITY' || hitPolicy === 'OUTPUT ORDER';

/** Only a list of plain values has an order. */
function prioritiesOf(
  { ast }: CellExpression,
  output: ModdleElement,
  place: string,
  cells: CellCompiler,
): Ast[] {
  const tests = ast.type === 'in' ? ast.tests : [];
  if (tests.length === 0 || tests.some(({ type }) => type === 'unary' || type === 'range'))
    cells.refuse('hit-policy', `${place}的取值范围要逐个列出，优先级按其顺序。`, output);
  return [...tests];
}

function checkOutputs(
  table: ModdleElement,
  outputs: readonly TableOutput[],
  place: string,
  cells: CellCompiler,
): void {
  if (outputs.length === 0) cells.refuse('decision-table', `${place}没有输出列，请加上。`, table);
  const names = outputs.map(({ name }) => name);
  if (outputs.length > 1 && (names.includes('') || new Set(names).size < names.length))
    cells.refuse('decision-table', `${place}有多个输出列，每列要有不同的名称。`, table);
}

function checkHitPolicy(
  table: ModdleElement,
  hitPolicy: HitPolicy,
  outputs: readonly TableOutput[],
  place: string,
  cells: CellCompiler,
): void {
  const aggregation = textIn(table, 'aggregation');
  if (aggregation !== undefined && !aggregations.some((known) => known === aggregation))
    return cells.refuse(
      'hit-policy',
      `${place}的汇总方式「${shortened(aggregation)}」不认识，可用：${aggregations.join('、')}。`,
      table,
    );
  if (aggregation !== undefined && hitPolicy !== 'COLLECT')
    cells.refuse('hit-policy', `${place}只有命中策略 COLLECT 才能汇总（${aggregation}）。`, table);
  if (aggregation !== undefined && outputs.length > 1)
    cells.refuse('hit-policy', `${place}有多个输出列，不能汇总（${aggregation}）。`, table);
  const written = elementsIn(table, 'output').some((output) => elementIn(output, 'outputValues'));
  if (byPriority(hitPolicy) && !written && outputs.every(({ priorities }) => !priorities))
    cells.refuse(
      'hit-policy',
      `${place}的命中策略 ${hitPolicy} 要在输出列写出取值范围，其顺序就是优先级。`,
      table,
    );
}

function compileRule(
  rule: ModdleElement,
  inputs: readonly TableInput[],
  outputCount: number,
  place: string,
  cells: CellCompiler,
): TableRule {
  const conditions = elementsIn(rule, 'inputEntry');
  const outputs = elementsIn(rule, 'outputEntry');
  if (conditions.length !== inputs.length || outputs.length !== outputCount)
    cells.refuse('decision-table', `${place}的格数与列数不符，请补齐或删去。`, rule);
  return {
    id: rule.id ?? place,
    conditions: conditions.map(
      (cell, at) => cells.testsOf(cell, `${place}的条件${at + 1}`, inputs[at]?.valueType) ?? null,
    ),
    outputs: outputs.map((cell, at) => cells.expression(cell, `${place}的结果${at + 1}`) ?? null),
  };
}
