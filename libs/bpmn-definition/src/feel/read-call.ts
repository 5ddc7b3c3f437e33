import {
  builtInFunctions,
  leftOutFunctions,
  patternFunctionNames,
  patternProblem,
  type Ast,
  type Signature,
} from '@wuqing/expression';
import { refuse, type SyntaxNode } from './expression-refusal.js';
import { childAt, childrenOf, type TreeReader } from './tree-reader.js';

/** A call by name: FEEL's own functions, the host's, and those that the expression defines; others are refused. */
export function readCall(node: SyntaxNode, reader: TreeReader): Ast {
  const [target, args] = childrenOf(node, '(', ')');
  if (!target) throw refuse(node, '请写出函数名。');
  const name = reader.text(target);
  const byName = target.name === 'VariableName' || target.name === 'SpecialFunctionName';
  return byName && !reader.definedNames.has(name)
    ? callOf(name, args, node, reader)
    : invocationOf(target, args, reader);
}

/** Of a function that is a value: an entry of a context, a parameter, a definition in brackets. */
function invocationOf(target: SyntaxNode, args: SyntaxNode | undefined, reader: TreeReader): Ast {
  if (args?.name !== 'NamedParameters')
    return {
      type: 'invoke',
      target: reader.read(target),
      arguments: args ? childrenOf(args).map((child) => reader.read(child)) : [],
    };
  const pairs = childrenOf(args).map((argument) => {
    const [name, value] = childrenOf(argument);
    if (!name || !value) throw refuse(argument, '请写成「参数名: 值」。');
    return [reader.text(name), reader.read(value)] as const;
  });
  return {
    type: 'invoke',
    target: reader.read(target),
    arguments: pairs.map(([, value]) => value),
    names: pairs.map(([name]) => name),
  };
}

/** `function(a, b) body`; types of parameters are not checked, so they may not be written. */
export function readFunction(node: SyntaxNode, reader: TreeReader): Ast {
  const [formal, body] = childrenOf(node, 'function', '(', ')', ':');
  const expression = body?.firstChild;
  if (!formal || body?.name !== 'FunctionBody' || !expression)
    throw refuse(node, '请写成 function(a, b) 表达式。');
  const parameters = childrenOf(formal).map((parameter) => {
    const [name, type] = childrenOf(parameter);
    if (!name || type) throw refuse(parameter, '函数的参数只写名称,不写类型。');
    return reader.text(name);
  });
  return { type: 'lambda', parameters, body: reader.read(expression) };
}

/** `date("…")` and its like, and `@"…"`. */
export function readDateTime(node: SyntaxNode, reader: TreeReader): Ast {
  const [constructor, args] = childrenOf(node, '(', ')');
  if (!constructor) throw refuse(node, '请写出日期。');
  if (constructor.name !== 'AtLiteral') return callOf(reader.text(constructor), args, node, reader);
  return {
    type: 'call',
    function: '@',
    arguments: [reader.read(childAt(childrenOf(constructor), 0, constructor))],
  };
}

function callOf(name: string, args: SyntaxNode | undefined, node: SyntaxNode, reader: TreeReader): Ast {
  const own =
    Object.prototype.hasOwnProperty.call(builtInFunctions, name) && name !== '@'
      ? builtInFunctions[name]
      : undefined;
  if (!own && !reader.hostFunctionNames.has(name)) throw refuse(node, missingFunction(name));
  const values =
    args?.name === 'NamedParameters'
      ? namedArguments(name, own, args, reader)
      : args
        ? childrenOf(args).map((child) => reader.read(child))
        : [];
  if (own && (values.length < own.least || values.length > own.most)) {
    throw refuse(
      node,
      `函数「${name}」要 ${numberText(own.least, own.most)} 个参数,这里写了 ${values.length} 个。`,
    );
  }
  checkPattern(name, values, node);
  return { type: 'call', function: name, arguments: values };
}

/** A pattern that stands in the expression is read at once; one that comes from data is null where it cannot be. */
function checkPattern(name: string, args: readonly Ast[], node: SyntaxNode): void {
  if (!patternFunctionNames.includes(name)) return;
  const pattern = args[1];
  const flags = name === 'matches' ? args[2] : args[3];
  if (pattern?.type !== 'literal' || typeof pattern.value !== 'string') return;
  const letters = flags?.type === 'literal' && typeof flags.value === 'string' ? flags.value : '';
  const problem = patternProblem(pattern.value, letters);
  if (problem !== undefined) throw refuse(node, `函数「${name}」的正则表达式不能用:${problem}`);
}

const missingFunction = (name: string): string => {
  const reason = leftOutFunctions.get(name);
  return reason === undefined
    ? `没有函数「${name}」,请改用已有的函数。`
    : `不支持函数「${name}」:${reason}。`;
};

const numberText = (least: number, most: number): string => {
  if (most >= 255) return `至少 ${least}`;
  return least === most ? String(least) : `${least} 至 ${most}`;
};

/**
 * Named arguments in their places, by the signature that has all their names, in their order where there is one so:
 * `before(point, range)` and `before(range, point)` differ in nothing else. One left out is null.
 */
function namedArguments(
  name: string,
  own: Signature | undefined,
  args: SyntaxNode,
  reader: TreeReader,
): Ast[] {
  if (!own) throw refuse(args, `函数「${name}」的参数请按顺序写,不写参数名。`);
  const pairs = childrenOf(args).map((argument) => {
    const [parameter, value] = childrenOf(argument);
    if (!parameter || !value) throw refuse(argument, '请写成「参数名: 值」。');
    return { argument, parameter: reader.text(parameter), value };
  });
  const signatures = [own.parameters, ...(own.alternatives ?? [])];
  const fits = (names: readonly string[]) => pairs.every(({ parameter }) => names.includes(parameter));
  const inOrder = (names: readonly string[]) =>
    pairs.every(
      ({ parameter }, at) =>
        at === 0 || names.indexOf(parameter) > names.indexOf(pairs[at - 1]?.parameter ?? ''),
    );
  const fitting = signatures.find((names) => fits(names) && inOrder(names)) ?? signatures.find(fits);
  if (!fitting) {
    const foreign = pairs.find(({ parameter }) => !own.parameters.includes(parameter));
    const known = signatures.map((names) => names.join('、')).join(' 或 ');
    throw refuse(
      foreign?.argument ?? args,
      `函数「${name}」没有参数「${foreign?.parameter ?? ''}」,可用:${known}。`,
    );
  }
  const values: Ast[] = [];
  for (const { parameter, value } of pairs) values[fitting.indexOf(parameter)] = reader.read(value);
  return Array.from(values, (value) => value ?? { type: 'literal', value: null });
}
