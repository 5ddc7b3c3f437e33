import type { ExtensionElement, Guard, IoMapping, VariableMapping } from '@wuqing/bpmn-model';
import type { RawExtension } from '../source/extension.js';
import { attributeOf, extensionOf } from '../source/look-up.js';
import type { SourceNode } from '../source/source-model.js';
import type { ExpressionCompiler } from './expression-compiler.js';

/** What the node says of itself elsewhere: rules, and what a service may answer. */
const ofTheNode: ReadonlySet<string> = new Set(['guard', 'answer']);

/** `wq:` elements as the model keeps them; guards become rules of the node and are left out, as is what it may be answered. */
export const compileExtensions = (
  raw: readonly RawExtension[],
  expressions: ExpressionCompiler,
): ExtensionElement[] =>
  raw.filter(({ name }) => !ofTheNode.has(name)).map((extension) => compileExtension(extension, expressions));

export function compileExtension(raw: RawExtension, expressions: ExpressionCompiler): ExtensionElement {
  const compiled = Object.entries(raw.attributes)
    .filter(([, text]) => text.trim().startsWith('='))
    .map(([name, text]) => [name, expressions.compile(text)] as const);
  return {
    name: raw.name,
    attributes: raw.attributes,
    children: raw.children.map((child) => compileExtension(child, expressions)),
    ...(raw.text === undefined ? {} : { text: raw.text }),
    ...(compiled.length === 0 ? {} : { expressions: Object.fromEntries(compiled) }),
  };
}

/** `wq:guard`; one without id is called by its place. */
export const compileGuards = (node: SourceNode, expressions: ExpressionCompiler): Guard[] =>
  node.wuqing
    .filter(({ name }) => name === 'guard')
    .map((guard, at) => ({
      id: attributeOf(guard, 'id') ?? `${node.id}-guard-${at + 1}`,
      on: attributeOf(guard, 'on') === 'activate' ? 'activate' : 'complete',
      reject: expressions.compile(attributeOf(guard, 'reject') ?? ''),
      message: attributeOf(guard, 'message') ?? '',
      ...textOf(guard, 'says'),
      ...textOf(guard, 'basis'),
    }));

const textOf = (raw: RawExtension, name: 'says' | 'basis'): Readonly<Record<string, string>> => {
  const text = attributeOf(raw, name);
  return text === undefined ? {} : { [name]: text };
};

/** `zeebe:ioMapping`. */
export function compileIo(node: SourceNode, expressions: ExpressionCompiler): IoMapping {
  const rows = extensionOf(node.zeebe, 'ioMapping')?.children ?? [];
  const mappings = (name: string): VariableMapping[] =>
    rows
      .filter((row) => row.name === name)
      .map((row) => ({
        source: expressions.compile(attributeOf(row, 'source') ?? ''),
        target: attributeOf(row, 'target') ?? '',
      }));
  return { inputs: mappings('input'), outputs: mappings('output') };
}
