/** A tree of the second reader: what it is, and its parts. It shares nothing with the AST of the product. */
export type Node =
  | { readonly is: 'value'; readonly value: number | string | boolean | null }
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'half'; readonly sign: string; readonly right: Node }
  | { readonly is: 'binary'; readonly sign: string; readonly left: Node; readonly right: Node }
  | { readonly is: 'minus'; readonly of: Node }
  | { readonly is: 'between'; readonly of: Node; readonly low: Node; readonly high: Node }
  | { readonly is: 'in'; readonly of: Node; readonly tests: readonly Node[] }
  | { readonly is: 'type'; readonly of: Node; readonly type: string }
  | { readonly is: 'list'; readonly items: readonly Node[] }
  | {
      readonly is: 'range';
      readonly low: Node;
      readonly high: Node;
      readonly with: readonly [low: boolean, high: boolean];
    }
  | { readonly is: 'dot'; readonly of: Node; readonly name: string }
  | { readonly is: 'filter'; readonly of: Node; readonly by: Node }
  | { readonly is: 'call'; readonly name: string; readonly args: readonly Node[] }
  | { readonly is: 'if'; readonly condition: Node; readonly then: Node; readonly else: Node }
  | { readonly is: 'for' | 'some' | 'every'; readonly name: string; readonly over: Node; readonly body: Node }
  | { readonly is: 'context'; readonly entries: readonly (readonly [name: string, value: Node])[] };

/** The text is no FEEL. */
export class NotFeel extends Error {}
