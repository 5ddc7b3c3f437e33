import {
  builtInFunctions,
  type ArithmeticOperator,
  type Ast,
  type ComparisonOperator,
} from '@wuqing/expression';
import { refuse, type SyntaxNode } from './expression-refusal.js';
import { readCall, readDateTime, readFunction } from './read-call.js';
import { readInstanceOf } from './read-type.js';
import { readFor, readQuantified } from './read-iteration.js';
import { numberOf, textOfLiteral } from './read-literal.js';
import { childAt, childrenOf, TreeReader, type NodeReader } from './tree-reader.js';

/** What an expression may name beyond what it binds itself. */
export interface NamesOutside {
  readonly hostFunctions: ReadonlySet<string>;
  readonly bound: readonly string[];
}

/** The AST of a syntax tree without errors; throws `ExpressionRefusal`. */
export function astOf(top: SyntaxNode, source: string, names: NamesOutside): Ast {
  const children = childrenOf(top);
  const only = childAt(children, 0, top);
  if (children.length > 1)
    throw refuse(childAt(children, 1, top), '一个属性里只能写一个表达式,请删去多余部分。');
  const ast = treeReader(top, source, names, false).read(only);
  if (ast.type === 'unary' || ast.type === 'range')
    throw refuse(only, '这里只写了比较的一半,请写完整,例如 amount > 5。');
  return ast;
}

/** A reader of single nodes; `?`, the tested value, has a meaning in unary tests only. */
export const treeReader = (
  top: SyntaxNode,
  source: string,
  { hostFunctions, bound }: NamesOutside,
  inTests: boolean,
): TreeReader => {
  const known = inTests ? { ...readers, '?': tested } : readers;
  return new TreeReader(source, hostFunctions, known, definedNames(top, source, bound));
};

/** Parameters of functions, entries of contexts that hold one, and names bound outside; those of FEEL's own functions stay theirs. */
function definedNames(top: SyntaxNode, source: string, bound: readonly string[]): ReadonlySet<string> {
  const names = new Set(bound);
  const text = (node: SyntaxNode): string => source.slice(node.from, node.to).trim().replace(/\s+/g, ' ');
  const cursor = top.cursor();
  do {
    const { node } = cursor;
    if (node.name === 'ParameterName' && node.parent?.name === 'FormalParameter') names.add(text(node));
    if (node.name === 'ContextEntry' && node.lastChild?.name === 'FunctionDefinition' && node.firstChild)
      names.add(text(node.firstChild).replace(/^"(.*)"$/, '$1'));
  } while (cursor.next());
  return new Set([...names].filter((name) => !Object.hasOwn(builtInFunctions, name)));
}

const tested: NodeReader = () => ({ type: 'name', name: '?' });

const inner: NodeReader = (node, reader) => reader.read(childAt(childrenOf(node, '(', ')'), 0, node));

const readers: Readonly<Record<string, NodeReader>> = {
  ParenthesizedExpression: inner,
  PositiveUnaryTest: inner,
  NumericLiteral: (node, reader) => ({ type: 'literal', value: numberOf(reader.rawText(node), node) }),
  StringLiteral: (node, reader) => ({ type: 'literal', value: textOfLiteral(reader.rawText(node)) }),
  BooleanLiteral: (node, reader) => ({ type: 'literal', value: reader.text(node) === 'true' }),
  null: () => ({ type: 'literal', value: null }),
  VariableName: (node, reader) => ({ type: 'name', name: reader.text(node) }),
  List: (node, reader) => ({
    type: 'list',
    items: childrenOf(node, '[', ']').map((child) => reader.read(child)),
  }),
  Context: readContext,
  PathExpression: readPath,
  FilterExpression: readFilter,
  IfExpression: readIf,
  ForExpression: readFor,
  QuantifiedExpression: readQuantified,
  Conjunction: (node, reader) => readLogic(node, 'and', reader),
  Disjunction: (node, reader) => readLogic(node, 'or', reader),
  Comparison: readComparison,
  SimplePositiveUnaryTest: readUnaryTest,
  Interval: readInterval,
  ArithmeticExpression: readArithmetic,
  InstanceOfExpression: readInstanceOf,
  FunctionInvocation: readCall,
  FunctionDefinition: readFunction,
  DateTimeLiteral: readDateTime,
};

function readContext(node: SyntaxNode, reader: TreeReader): Ast {
  const entries = childrenOf(node, '{', '}').map((entry) => {
    const [key, value] = childrenOf(entry);
    const name = key?.firstChild;
    if (!name || !value) throw refuse(entry, '这一项没有写完整,请写成「名称: 值」。');
    const text = name.name === 'StringLiteral' ? textOfLiteral(reader.rawText(name)) : reader.text(name);
    return { key: text, value: reader.read(value) };
  });
  return { type: 'context', entries };
}

function readPath(node: SyntaxNode, reader: TreeReader): Ast {
  const [of, name] = childrenOf(node, '.');
  if (!of || !name) throw refuse(node, '点号后面要写属性名。');
  return { type: 'path', of: reader.read(of), name: reader.text(name) };
}

function readFilter(node: SyntaxNode, reader: TreeReader): Ast {
  const [of, condition] = childrenOf(node, '[', ']');
  if (!of || !condition) throw refuse(node, '方括号里要写序号或条件。');
  const test = reader.read(condition);
  if (test.type === 'range')
    return { type: 'filter', of: reader.read(of), condition: { type: 'in', value: item, tests: [test] } };
  if (test.type !== 'unary') return { type: 'filter', of: reader.read(of), condition: test };
  const { operator, value } = test;
  return {
    type: 'filter',
    of: reader.read(of),
    condition: { type: 'compare', operator, left: item, right: value },
  };
}

const item: Ast = { type: 'name', name: 'item' };

function readIf(node: SyntaxNode, reader: TreeReader): Ast {
  const parts = childrenOf(node, 'if', 'then', 'else');
  const [condition, then, otherwise] = [0, 1, 2].map((at) => reader.read(childAt(parts, at, node))) as [
    Ast,
    Ast,
    Ast,
  ];
  return { type: 'if', condition, then, else: otherwise };
}

function readLogic(node: SyntaxNode, type: 'and' | 'or', reader: TreeReader): Ast {
  const parts = childrenOf(node, type);
  return { type, left: reader.read(childAt(parts, 0, node)), right: reader.read(childAt(parts, 1, node)) };
}

function readComparison(node: SyntaxNode, reader: TreeReader): Ast {
  const parts = childrenOf(node, '(', ')');
  const left = reader.read(childAt(parts, 0, node));
  const operator = childAt(parts, 1, node);
  const right = childAt(parts, 2, node);
  if (operator.name === 'between') {
    return {
      type: 'between',
      value: left,
      low: reader.read(right),
      high: reader.read(childAt(parts, 4, node)),
    };
  }
  if (operator.name === 'in') {
    const tests = right.name === 'PositiveUnaryTests' ? childrenOf(right) : [right];
    return { type: 'in', value: left, tests: tests.map((test) => reader.read(test)) };
  }
  return {
    type: 'compare',
    operator: reader.text(operator) as ComparisonOperator,
    left,
    right: reader.read(right),
  };
}

function readUnaryTest(node: SyntaxNode, reader: TreeReader): Ast {
  const [operator, value] = childrenOf(node);
  if (!operator) throw refuse(node, '比较没有写完整。');
  if (!value) return reader.read(operator);
  return { type: 'unary', operator: reader.text(operator) as ComparisonOperator, value: reader.read(value) };
}

function readInterval(node: SyntaxNode, reader: TreeReader): Ast {
  const [low, high] = childrenOf(node, '[', ']', '(', ')', '..');
  if (!low || !high) throw refuse(node, '区间要写两端,例如 [1..5]。');
  const text = reader.text(node);
  return {
    type: 'range',
    low: reader.read(low),
    high: reader.read(high),
    lowIncluded: text.startsWith('['),
    highIncluded: text.endsWith(']'),
  };
}

function readArithmetic(node: SyntaxNode, reader: TreeReader): Ast {
  const [left, middle, right] = childrenOf(node);
  if (!left || !middle) throw refuse(node, '算式没有写完整。');
  if (!right) return { type: 'negate', value: reader.read(middle) };
  const operator = reader.text(middle).replace('^', '**') as ArithmeticOperator;
  return { type: 'arithmetic', operator, left: reader.read(left), right: reader.read(right) };
}
