import type { CompiledDecision, DecisionLogic, DecisionNode } from '@wuqing/decision';
import { readsOf } from '@wuqing/expression';
import { err, ok, required, type JsonObject, type Result } from '@wuqing/kernel';
import { zeebeOf } from '../source/extension.js';
import { attributeOf, extensionOf } from '../source/look-up.js';
import { errorOf, type Problem } from '../problem.js';
import { elementIn, elementsIn, localType, textIn, type ModdleElement } from '../xml/moddle-element.js';
import { CellCompiler } from './cell-compiler.js';
import { compileTable } from './compile-table.js';
import { itemTypesOf } from './item-types.js';
import { readDmn } from './read-dmn.js';
import { orderOf, requirementsOf, type Requirements } from './requirement-order.js';

export interface DecisionOptions {
  /** FEEL names of the functions that the host will hand in. */
  readonly hostFunctionNames: readonly string[];
}

/** Decisions of one file; each is compiled with all that it requires, so this also bounds the work. */
export const decisionsMax = 100;

/**
 * DMN 1.3 XML to its decisions by id, or every problem found; no text makes it throw. Decision tables of all seven
 * hit policies and literal expressions; boxed contexts, invocations, business knowledge models, decision services and
 * imports are refused by name.
 */
export async function compileDecisions(
  xml: string,
  options: DecisionOptions,
): Promise<Result<Readonly<Record<string, CompiledDecision>>, Problem[]>> {
  const read = await readDmn(xml);
  if (!read.ok) return read;
  const definitions = read.value;
  const requirements = requirementsOf(definitions);
  const cells = new CellCompiler(options.hostFunctionNames, itemTypesOf(definitions));
  const nodes = compileNodes(requirements, cells);
  const problems = [
    ...requirements.problems,
    ...refusedElements(definitions, requirements),
    ...cells.problems,
    ...cycles(requirements),
  ];
  if (problems.length > 0) return err(problems);
  return ok(
    Object.fromEntries([...nodes.keys()].map((id) => [id, decisionOf(id, nodes, requirements)] as const)),
  );
}

function refusedElements(definitions: ModdleElement, { decisions }: Requirements): Problem[] {
  const harmless = new Set(['Decision', 'InputData', 'KnowledgeSource']);
  const foreign = [...elementsIn(definitions, 'drgElement'), ...elementsIn(definitions, 'import')]
    .filter((element) => !harmless.has(localType(element)))
    .map((element) =>
      errorOf('supported-decision', `不支持「${localType(element)}」,请改用决策表或表达式。`, {
        elementId: element.id,
      }),
    );
  if (decisions.size === 0)
    return [...foreign, errorOf('supported-decision', '文件里没有决策,请至少画一个决策。')];
  if (decisions.size > decisionsMax)
    return [...foreign, errorOf('supported-decision', `文件超过 ${decisionsMax} 个决策,请拆分。`)];
  return foreign;
}

const cycles = ({ decisions, requiredBy }: Requirements): Problem[] =>
  [...decisions.keys()]
    .filter((id) => orderOf(id, requiredBy) === undefined)
    .map((id) => errorOf('decision-cycle', `决策「${id}」的依赖绕回了自己,请断开。`, { elementId: id }));

function compileNodes(
  { decisions, requiredBy }: Requirements,
  cells: CellCompiler,
): Map<string, DecisionNode> {
  const resultName = (id: string): string =>
    textIn(elementIn(required(decisions.get(id), id), 'variable'), 'name') ?? id;
  const compiled = [...decisions].slice(0, decisionsMax).map(([id, decision]) => {
    const name = textIn(decision, 'name') ?? id;
    const requires = (requiredBy.get(id) ?? []).map(resultName);
    if (new Set(requires).size < requires.length)
      cells.refuse('decision-requirement', `决策「${name}」依赖的两个决策结果同名,请改名。`, decision);
    const resultType = cells.typeOf(elementIn(decision, 'variable'), `决策「${name}」`);
    const logic = compileLogic(decision, `决策「${name}」`, cells);
    return [
      id,
      { id, name, resultName: resultName(id), ...(resultType && { resultType }), requires, logic },
    ] as const;
  });
  return new Map(compiled);
}

function compileLogic(decision: ModdleElement, place: string, cells: CellCompiler): DecisionLogic {
  const logic = elementIn(decision, 'decisionLogic');
  if (logic?.$type === 'dmn:DecisionTable') return compileTable(logic, place, cells);
  const expression = logic?.$type === 'dmn:LiteralExpression' ? cells.expression(logic, place) : undefined;
  if (expression) return { type: 'literalExpression', expression };
  const what =
    logic && logic.$type !== 'dmn:LiteralExpression'
      ? `用了「${localType(logic)}」,只能用决策表或表达式。`
      : '没有写决策表或表达式,请补上。';
  if (cells.problems.every(({ elementId }) => elementId !== logic?.id) || logic?.id === undefined)
    cells.refuse('supported-decision', `${place}${what}`, decision);
  return { type: 'literalExpression', expression: { source: 'null', ast: { type: 'literal', value: null } } };
}

function decisionOf(
  id: string,
  nodes: ReadonlyMap<string, DecisionNode>,
  { decisions, requiredBy }: Requirements,
): CompiledDecision {
  const order = required(orderOf(id, requiredBy), `an order of what ${id} requires`);
  const own = order.map((at) => required(nodes.get(at), `decision ${at}`));
  const reads = own.flatMap((node) => readsOfNode(node).filter((name) => !node.requires.includes(name)));
  const versionTag = attributeOf(
    extensionOf(zeebeOf(required(decisions.get(id), id)), 'versionTag'),
    'value',
  );
  return {
    id,
    name: required(nodes.get(id), id).name,
    ...(versionTag && { versionTag }),
    nodes: own,
    reads: [...new Set(reads)].sort(),
  };
}

/** Names in all cells of a node but `?`. */
function readsOfNode({ logic }: DecisionNode): string[] {
  const asts: (JsonObject | undefined)[] =
    logic.type === 'literalExpression'
      ? [logic.expression.ast]
      : [
          ...logic.inputs.flatMap(({ expression, allowed }) => [expression.ast, allowed?.ast]),
          ...logic.outputs.flatMap(({ allowed, otherwise }) => [allowed?.ast, otherwise?.ast]),
          ...logic.rules.flatMap(({ conditions, outputs }) =>
            [...conditions, ...outputs].map((cell) => cell?.ast),
          ),
        ];
  return asts.flatMap((ast) => (ast ? readsOf(ast) : [])).filter((name) => name !== '?');
}
