import type { BoxedContext, BoxedFunction, BoxedInvocation, DecisionLogic } from '@wuqing/decision';
import { shortened } from '../sentence.js';
import { elementIn, elementsIn, textIn, type ModdleElement } from '../xml/moddle-element.js';
import { noLogic, type CellCompiler } from './cell-compiler.js';
import { nameIn } from './name-in.js';

/** Compiles what stands in a box; `parent` is where a missing one is said to be missing. */
export type Compile = (
  logic: ModdleElement | undefined,
  place: string,
  cells: CellCompiler,
  parent: ModdleElement | undefined,
) => DecisionLogic;

/** Entries of one context; more is data, not a decision. */
export const entriesMax = 200;

/** DMN 1.3 §7.3.5 and §10.2.1.4: each entry sees those before it; the last may have no name and is the result. */
export function compileContext(
  box: ModdleElement,
  place: string,
  cells: CellCompiler,
  compile: Compile,
): BoxedContext {
  const elements = elementsIn(box, 'contextEntry').slice(0, entriesMax);
  if (elementsIn(box, 'contextEntry').length > entriesMax)
    cells.refuse('decision-table', `${place}超过 ${entriesMax} 项，请拆分。`, box);
  const names: string[] = [];
  const entries = elements.map((entry, at) => {
    const variable = elementIn(entry, 'variable');
    const name = nameIn(variable);
    const what = name === undefined ? `${place}的结果` : `${place}的「${shortened(name)}」`;
    if (name === undefined && at < elements.length - 1)
      cells.refuse('decision-name', `${place}的第 ${at + 1} 项没有名称，只有最后一项可以没有。`, entry);
    if (name !== undefined && names.includes(name))
      cells.refuse('decision-name', `${what}写了两次，请改名。`, entry);
    const valueType = cells.typeOf(variable, what);
    const logic = compile(elementIn(entry, 'value'), what, cells.within(names), entry);
    if (name !== undefined) names.push(name);
    return { ...(name !== undefined && { name }), ...(valueType && { valueType }), logic };
  });
  if (elements.length === 0) cells.refuse('supported-decision', `${place}没有写内容，请补上。`, box);
  return { type: 'context', entries };
}

/** DMN 1.3 §7.3.6: of a function that a name or an expression stands for. */
export function compileInvocation(
  box: ModdleElement,
  place: string,
  cells: CellCompiler,
  compile: Compile,
): BoxedInvocation {
  const called = elementIn(box, 'calledFunction');
  const bindings = elementsIn(box, 'binding').map((binding) => {
    const name = nameIn(elementIn(binding, 'parameter')) ?? '';
    const what = `${place}的参数「${shortened(name)}」`;
    return { name, logic: compile(elementIn(binding, 'bindingFormula'), what, cells, box) };
  });
  checkBindings(
    nameIn(called, 'text'),
    bindings.map(({ name }) => name),
    box,
    place,
    cells,
  );
  return {
    type: 'invocation',
    function: compile(called, `${place}所调用的函数`, cells, box),
    arguments: bindings,
  };
}

/** Of a function whose parameters are known: none is missing, none is another's. */
function checkBindings(
  called: string | undefined,
  given: readonly string[],
  box: ModdleElement,
  place: string,
  cells: CellCompiler,
): void {
  if (called === undefined) return;
  const { callable, names } = cells.surroundings;
  const parameters = callable.get(called);
  if (/^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(called) && !names.includes(called))
    return cells.refuse(
      'decision-expression',
      `${place}调用的「${shortened(called)}」不是它所依赖的业务知识模型或函数，请改正或画出依赖。`,
      box,
    );
  const twice = given.find((name, at) => given.indexOf(name) !== at);
  if (twice !== undefined)
    cells.refuse('decision-expression', `${place}的参数「${shortened(twice)}」给了两次，请删去一个。`, box);
  else if (
    parameters &&
    (given.length !== parameters.length || given.some((name) => !parameters.includes(name)))
  )
    cells.refuse(
      'decision-expression',
      `${place}调用「${shortened(called)}」时参数不符，要给出：${parameters.map((one) => shortened(one)).join('、') || '无'}。`,
      box,
    );
}

export const compileList = (
  box: ModdleElement,
  place: string,
  cells: CellCompiler,
  compile: Compile,
): DecisionLogic => ({
  type: 'list',
  items: elementsIn(box, 'elements').map((item, at) =>
    compile(item, `${place}的第 ${at + 1} 项`, cells, box),
  ),
});

/** DMN 1.3 §7.3.7. */
export function compileRelation(
  box: ModdleElement,
  place: string,
  cells: CellCompiler,
  compile: Compile,
): DecisionLogic {
  const columns = elementsIn(box, 'column').map((column) => cells.typedName(column, `${place}的列`));
  const names = columns.map(({ name }) => name);
  if (new Set(names).size < names.length) cells.refuse('decision-name', `${place}有两列同名，请改名。`, box);
  const rows = elementsIn(box, 'row').map((row, at) => {
    const elements = elementsIn(row, 'elements');
    if (elements.length !== columns.length)
      cells.refuse('decision-table', `${place}的第 ${at + 1} 行的格数与列数不符，请补齐或删去。`, row);
    return elements.map((cell, column) =>
      compile(cell, `${place}的第 ${at + 1} 行「${shortened(names[column] ?? '')}」`, cells, row),
    );
  });
  return { type: 'relation', columns, rows };
}

/** DMN 1.3 §7.3.9; external functions are refused by name. */
export function compileFunction(
  box: ModdleElement,
  place: string,
  cells: CellCompiler,
  compile: Compile,
): BoxedFunction {
  const parameters = parametersOf(box, place, cells);
  const kind = textIn(box, 'kind') ?? 'FEEL';
  if (kind !== 'FEEL') {
    cells.refuse(
      'supported-decision',
      `${place}是外部函数（${shortened(kind)}），不支持，请用 FEEL 写出。`,
      box,
    );
    return { type: 'function', parameters, body: noLogic };
  }
  const inner = cells.within(parameters.map(({ name }) => name));
  return { type: 'function', parameters, body: compile(elementIn(box, 'body'), place, inner, box) };
}

export function parametersOf(box: ModdleElement, place: string, cells: CellCompiler) {
  const parameters = elementsIn(box, 'formalParameter').map((one) => cells.typedName(one, `${place}的参数`));
  const names = parameters.map(({ name }) => name);
  if (new Set(names).size < names.length)
    cells.refuse('decision-name', `${place}有两个参数同名，请改名。`, box);
  return parameters;
}

/** The expressions of the children `if`, `in`, `return` … of a box of DMN 1.4. */
export const compileChildren = <Name extends string>(
  box: ModdleElement,
  names: readonly Name[],
  place: string,
  cells: CellCompiler,
  compile: Compile,
): Readonly<Record<Name, DecisionLogic>> =>
  Object.fromEntries(
    names.map((name) => {
      const child = elementIn(box, name);
      return [name, compile(child && elementIn(child, 'value'), `${place}的 ${name}`, cells, box)] as const;
    }),
  ) as Record<Name, DecisionLogic>;
