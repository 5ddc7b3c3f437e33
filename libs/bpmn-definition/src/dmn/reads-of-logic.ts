import { namesInBody, type CellExpression, type DecisionLogic, type DecisionTable } from '@wuqing/decision';
import { readsOf } from '@wuqing/expression';

/** Names that the logic reads, each once: neither bound inside it nor `?`. */
export function readsOfLogic(logic: DecisionLogic): string[] {
  const reads = new Set<string>();
  collect(logic, new Set(['?']), reads);
  return [...reads];
}

type Names = ReadonlySet<string>;

const more = (bound: Names, names: readonly string[]): Names => new Set([...bound, ...names]);

function collect(logic: DecisionLogic, bound: Names, reads: Set<string>): void {
  const inner = (parts: readonly DecisionLogic[], names: readonly string[] = []): void => {
    for (const part of parts) collect(part, more(bound, names), reads);
  };
  switch (logic.type) {
    case 'literalExpression':
      return collectCells([logic.expression], bound, reads);
    case 'decisionTable':
      return collectCells(cellsOf(logic), bound, reads);
    case 'context': {
      const before: string[] = [];
      for (const { name, logic: entry } of logic.entries) {
        inner([entry], before);
        if (name !== undefined) before.push(name);
      }
      return;
    }
    case 'invocation':
      return inner([logic.function, ...logic.arguments.map((argument) => argument.logic)]);
    case 'list':
      return inner(logic.items);
    case 'relation':
      return inner(logic.rows.flat());
    case 'function':
      return inner(
        [logic.body],
        logic.parameters.map(({ name }) => name),
      );
    case 'conditional':
      return inner([logic.if, logic.then, logic.else]);
    case 'filter':
      inner([logic.in]);
      return inner([logic.match], ['item']);
    default:
      inner([logic.in]);
      return inner([logic.body], namesInBody(logic));
  }
}

const cellsOf = ({ inputs, outputs, rules }: DecisionTable): (CellExpression | null | undefined)[] => [
  ...inputs.flatMap(({ expression, allowed }) => [expression, allowed]),
  ...outputs.flatMap(({ allowed, otherwise }) => [allowed, otherwise]),
  ...rules.flatMap(({ conditions, outputs: results }) => [...conditions, ...results]),
];

function collectCells(
  cells: readonly (CellExpression | null | undefined)[],
  bound: Names,
  reads: Set<string>,
): void {
  for (const cell of cells)
    for (const name of cell ? readsOf(cell.ast) : []) if (!bound.has(name)) reads.add(name);
}
