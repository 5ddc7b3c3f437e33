import { namesInBody, type DecisionLogic } from '@wuqing/decision';
import { elementIn, localType, textIn, type ModdleElement } from '../xml/moddle-element.js';
import {
  compileChildren,
  compileContext,
  compileFunction,
  compileInvocation,
  compileList,
  compileRelation,
  type Compile,
} from './compile-boxed.js';
import { noLogic, nothing, type CellCompiler } from './cell-compiler.js';
import { compileTable } from './compile-table.js';
import { nameIn } from './name-in.js';

/** A table, an expression, or boxes of them; what is wrong stands in `cells.problems`, once. */
export const compileLogic: Compile = (logic, place, cells, parent) => {
  if (!logic) {
    cells.refuse('supported-decision', `${place}没有写决策表或表达式，请补上。`, parent);
    return noLogic;
  }
  const compile = compilers[localType(logic)];
  if (compile) return compile(logic, place, cells, parent);
  cells.refuse('supported-decision', `${place}用了「${localType(logic)}」，请改用决策表或表达式。`, logic);
  return noLogic;
};

const compilers: Readonly<Record<string, (...given: Parameters<LogicCompiler>) => DecisionLogic>> = {
  DecisionTable: compileTable,
  LiteralExpression: compileLiteral,
  Context: (logic, place, cells) => compileContext(logic, place, cells, compileLogic),
  Invocation: (logic, place, cells) => compileInvocation(logic, place, cells, compileLogic),
  List: (logic, place, cells) => compileList(logic, place, cells, compileLogic),
  Relation: (logic, place, cells) => compileRelation(logic, place, cells, compileLogic),
  FunctionDefinition: (logic, place, cells) => compileFunction(logic, place, cells, compileLogic),
  Conditional: (logic, place, cells) => ({
    type: 'conditional',
    ...compileChildren(logic, ['if', 'then', 'else'], place, cells, compileLogic),
  }),
  Filter: (logic, place, cells) => ({
    type: 'filter',
    ...compileChildren(logic, ['in'], place, cells, compileLogic),
    ...compileChildren(logic, ['match'], place, cells.within(['item']), compileLogic),
  }),
  For: (logic, place, cells) => compileIteration('for', 'return', logic, place, cells),
  Some: (logic, place, cells) => compileIteration('some', 'satisfies', logic, place, cells),
  Every: (logic, place, cells) => compileIteration('every', 'satisfies', logic, place, cells),
};

type LogicCompiler = (
  logic: ModdleElement,
  place: string,
  cells: CellCompiler,
  parent: ModdleElement | undefined,
) => DecisionLogic;

function compileLiteral(
  logic: ModdleElement,
  place: string,
  cells: CellCompiler,
  parent: ModdleElement | undefined,
): DecisionLogic {
  if (elementIn(logic, 'importedValues'))
    cells.refuse(
      'supported-decision',
      `${place}用了外部导入的值（importedValues），不支持，请写出表达式。`,
      logic,
    );
  else if (textIn(logic, 'text') === undefined)
    cells.refuse(
      'supported-decision',
      `${place}没有写决策表或表达式，请补上。`,
      logic.id === undefined ? parent : logic,
    );
  return { type: 'literalExpression', expression: cells.expression(logic, place) ?? nothing };
}

function compileIteration(
  type: 'for' | 'some' | 'every',
  body: 'return' | 'satisfies',
  logic: ModdleElement,
  place: string,
  cells: CellCompiler,
): DecisionLogic {
  const written = nameIn(logic, 'iteratorVariable');
  if (written === undefined) cells.refuse('decision-name', `${place}的循环变量没有名称，请补上。`, logic);
  const name = written ?? '';
  const outer = compileChildren(logic, ['in'], place, cells, compileLogic);
  const inner = compileChildren(
    logic,
    [body],
    place,
    cells.within(namesInBody({ type, name })),
    compileLogic,
  );
  return { type, name, in: outer.in, body: inner[body] };
}
