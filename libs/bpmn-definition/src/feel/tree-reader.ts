import type { Ast } from '@wuqing/expression';
import { refuse, type SyntaxNode } from './expression-refusal.js';

export const depthMax = 150;
export const nodesMax = 1_000;

/** What the readers of the single kinds of nodes need of each other. */
export class TreeReader {
  private depth = 0;
  private nodes = 0;

  constructor(
    private readonly source: string,
    readonly hostFunctionNames: ReadonlySet<string>,
    private readonly readers: Readonly<Record<string, NodeReader>>,
    /** Names that the expression itself binds and that may stand for a function. */
    readonly definedNames: ReadonlySet<string> = new Set(),
  ) {}

  /** The AST of a node of the syntax tree; what has no reader is refused by name. */
  read(node: SyntaxNode): Ast {
    const reader = Object.prototype.hasOwnProperty.call(this.readers, node.name)
      ? this.readers[node.name]
      : undefined;
    if (!reader) throw refuse(node, `表达式里不能使用「${this.text(node)}」(${node.name}),请换一种写法。`);
    if (++this.depth > depthMax) throw refuse(node, `表达式嵌套太深(最多 ${depthMax} 层),请拆分。`);
    if (++this.nodes > nodesMax) throw refuse(node, `表达式太大(最多 ${nodesMax} 个成分),请拆分。`);
    const ast = reader(node, this);
    this.depth--;
    return ast;
  }

  /** The text of a node with inner white space made single spaces: FEEL names compare so. */
  text(node: SyntaxNode): string {
    return this.rawText(node).trim().replace(/\s+/g, ' ');
  }

  rawText(node: SyntaxNode): string {
    return this.source.slice(node.from, node.to);
  }
}

export type NodeReader = (node: SyntaxNode, reader: TreeReader) => Ast;

/** Children that carry meaning: neither comments nor brackets and key words given by `skipped`. */
export function childrenOf(node: SyntaxNode, ...skipped: readonly string[]): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'LineComment' && child.name !== 'BlockComment' && !skipped.includes(child.name))
      children.push(child);
  }
  return children;
}

/** The child at this place; a tree without syntax errors has it, and a kind we misread is refused, not guessed. */
export function childAt(children: readonly SyntaxNode[], at: number, parent: SyntaxNode): SyntaxNode {
  const child = children[at];
  if (!child) throw refuse(parent, '表达式没有写完整,请检查写法。');
  return child;
}
