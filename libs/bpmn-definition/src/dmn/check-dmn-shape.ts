import { Parser } from 'saxen';
import { errorOf, type Problem } from '../problem.js';

/** Boxes in boxes: more is no decision that anybody reads. */
export const boxDepthMax = 64;

const expressions: ReadonlySet<string> = new Set([
  'decisionTable',
  'literalExpression',
  'context',
  'invocation',
  'list',
  'relation',
  'functionDefinition',
  'conditional',
  'filter',
  'for',
  'every',
  'some',
]);
const severalExpressions: ReadonlySet<string> = new Set(['list', 'row']);
const once: ReadonlySet<string> = new Set([
  'variable',
  'text',
  'typeRef',
  'allowedValues',
  'typeConstraint',
  'inputExpression',
  'inputValues',
  'outputValues',
  'defaultOutputEntry',
  'encapsulatedLogic',
  'parameter',
  'requiredInput',
  'requiredDecision',
  'requiredKnowledge',
  'extensionElements',
  'in',
  'match',
  'if',
  'then',
  'else',
  'return',
  'satisfies',
]);

interface Open {
  readonly name: string;
  readonly id: string | undefined;
  readonly seen: Set<string>;
}

/**
 * What the reader of elements would take without a word: a second one where DMN has one, of which it keeps the last, and
 * elements in elements beyond measure. Says nothing of what is malformed: the reader does.
 */
export function checkDmnShape(xml: string, namespace: string): Problem[] {
  const problems: Problem[] = [];
  const open: Open[] = [];
  let deepest = 0;
  const parser = new Parser().ns({ [namespace]: 'dmn' });
  parser.on('openTag', (name, getAttributes) => {
    const local = name.startsWith('dmn:') ? name.slice('dmn:'.length) : '';
    const parent = open.at(-1);
    const twice = parent && isTwice(parent, local);
    const id = getAttributes().id ?? parent?.id;
    if (twice)
      problems.push(
        errorOf('supported-decision', `「${parent.name}」里有两个「${local}」，只能有一个，请删去多余的。`, {
          ...(id !== undefined && { elementId: id }),
        }),
      );
    open.push({ name: local, id, seen: new Set() });
    deepest = Math.max(deepest, open.length);
  });
  parser.on('closeTag', () => open.pop());
  parser.parse(xml);
  if (deepest > boxDepthMax)
    return [errorOf('text-limits', `决策文件的 XML 嵌套超过 ${boxDepthMax} 层，请减少层数。`)];
  return problems;
}

/** Whether the parent has had one of this kind; the kind counts from now on. */
function isTwice({ name, seen }: Open, local: string): boolean {
  const isExpression = expressions.has(local) && !severalExpressions.has(name);
  if (!isExpression && !once.has(local)) return false;
  const kind = isExpression ? 'expression' : local;
  const twice = seen.has(kind);
  seen.add(kind);
  return twice;
}
