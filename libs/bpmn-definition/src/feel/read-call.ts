import { builtInFunctions, type Ast } from '@wuqing/expression';
import { refuse, type SyntaxNode } from './expression-refusal.js';
import { childAt, childrenOf, type TreeReader } from './tree-reader.js';

/** A call by name: FEEL's own functions and the host's; anything else is refused. */
export function readCall(node: SyntaxNode, reader: TreeReader): Ast {
  const [target, args] = childrenOf(node, '(', ')');
  if (!target) throw refuse(node, '请写出函数名。');
  if (target.name !== 'VariableName' && target.name !== 'SpecialFunctionName') {
    throw refuse(target, `只能按名称调用函数,「${reader.text(target)}」不是函数名。`);
  }
  return callOf(reader.text(target), args, node, reader);
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
  if (!own && !reader.hostFunctionNames.has(name))
    throw refuse(node, `没有函数「${name}」,请改用已有的函数。`);
  const values =
    args?.name === 'NamedParameters'
      ? namedArguments(name, own?.parameters, args, reader)
      : args
        ? childrenOf(args).map((child) => readArgument(child, name, reader))
        : [];
  if (own && (values.length < own.least || values.length > own.most)) {
    throw refuse(
      node,
      `函数「${name}」要 ${numberText(own.least, own.most)} 个参数,这里写了 ${values.length} 个。`,
    );
  }
  return { type: 'call', function: name, arguments: values };
}

const numberText = (least: number, most: number): string => {
  if (most >= 255) return `至少 ${least}`;
  return least === most ? String(least) : `${least} 至 ${most}`;
};

/** Named arguments in their places; one left out in between is null. */
function namedArguments(
  name: string,
  parameters: readonly string[] | undefined,
  args: SyntaxNode,
  reader: TreeReader,
): Ast[] {
  if (!parameters) throw refuse(args, `函数「${name}」的参数请按顺序写,不写参数名。`);
  const values: Ast[] = [];
  for (const argument of childrenOf(args)) {
    const [parameter, value] = childrenOf(argument);
    const at = parameter ? parameters.indexOf(reader.text(parameter)) : -1;
    if (at === -1 || !value) {
      throw refuse(
        argument,
        `函数「${name}」没有参数「${parameter ? reader.text(parameter) : ''}」,可用:${parameters.join('、')}。`,
      );
    }
    values[at] = readArgument(value, name, reader);
  }
  return Array.from(values, (value) => value ?? { type: 'literal', value: null });
}

function readArgument(node: SyntaxNode, name: string, reader: TreeReader): Ast {
  if (node.name !== 'FunctionDefinition') return reader.read(node);
  if (name !== 'sort') throw refuse(node, '只有 sort 可以接受 function(…),请换一种写法。');
  const [formal, body] = childrenOf(node, 'function', '(', ')', ':');
  const expression = body?.firstChild;
  if (!formal || body?.name !== 'FunctionBody' || !expression)
    throw refuse(node, '请写成 function(a, b) 条件。');
  const parameters = childrenOf(formal).map((parameter) =>
    reader.text(childAt(childrenOf(parameter), 0, parameter)),
  );
  return { type: 'lambda', parameters, body: reader.read(expression) };
}
