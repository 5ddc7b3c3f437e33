/**
 * The AST of a FEEL expression: plain JSON, one object per node, `type` first. What is not listed here is not FEEL to
 * us: the compiler refuses it by name, and the interpreter answers an unknown `type` with an error.
 */
export type Ast =
  | LiteralNode
  | NameNode
  | ListNode
  | ContextNode
  | PathNode
  | FilterNode
  | IfNode
  | ForNode
  | QuantifiedNode
  | LogicNode
  | ComparisonNode
  | ArithmeticNode
  | NegationNode
  | BetweenNode
  | InNode
  | UnaryTestNode
  | EntryNode
  | RangeNode
  | CallNode
  | LambdaNode
  | InvokeNode
  | InstanceOfNode;

export type NodeType = Ast['type'];

export type LiteralNode = { readonly type: 'literal'; readonly value: null | boolean | number | string };
export type NameNode = { readonly type: 'name'; readonly name: string };
export type ListNode = { readonly type: 'list'; readonly items: readonly Ast[] };
export type ContextNode = {
  readonly type: 'context';
  readonly entries: readonly { readonly key: string; readonly value: Ast }[];
};
export type PathNode = { readonly type: 'path'; readonly of: Ast; readonly name: string };
export type FilterNode = { readonly type: 'filter'; readonly of: Ast; readonly condition: Ast };
export type IfNode = { readonly type: 'if'; readonly condition: Ast; readonly then: Ast; readonly else: Ast };

/** `in` is a list, or a range node that is walked without being built. */
export type Iterator = { readonly name: string; readonly in: Ast };
export type ForNode = { readonly type: 'for'; readonly iterators: readonly Iterator[]; readonly result: Ast };
export type QuantifiedNode = {
  readonly type: 'some' | 'every';
  readonly iterators: readonly Iterator[];
  readonly condition: Ast;
};

export type LogicNode = { readonly type: 'and' | 'or'; readonly left: Ast; readonly right: Ast };
export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type ComparisonNode = {
  readonly type: 'compare';
  readonly operator: ComparisonOperator;
  readonly left: Ast;
  readonly right: Ast;
};
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';
export type ArithmeticNode = {
  readonly type: 'arithmetic';
  readonly operator: ArithmeticOperator;
  readonly left: Ast;
  readonly right: Ast;
};
export type NegationNode = { readonly type: 'negate'; readonly value: Ast };
export type BetweenNode = {
  readonly type: 'between';
  readonly value: Ast;
  readonly low: Ast;
  readonly high: Ast;
};
/**
 * True when one of the tests holds: a range, a `unary` comparison, an `entry`, a list that holds the value, or an equal
 * value.
 */
export type InNode = { readonly type: 'in'; readonly value: Ast; readonly tests: readonly Ast[] };
export type UnaryTestNode = {
  readonly type: 'unary';
  readonly operator: ComparisonOperator;
  readonly value: Ast;
};
/**
 * An expression in a cell of tests that is not told by its form to be a value or a condition. Where it gives true or
 * false it is the answer itself: always where it is `computed` (a call, an `if`, what speaks of `?`), else where the
 * tested value is of another type than boolean. Any other value is compared with the tested one; a computed null with
 * none.
 */
export type EntryNode = { readonly type: 'entry'; readonly value: Ast; readonly computed?: true };
export type RangeNode = {
  readonly type: 'range';
  readonly low: Ast;
  readonly high: Ast;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
  /** An end that is null makes what is compared with it null; in definitions published without this it stands open. */
  readonly bounded?: true;
};
/** Arguments are positional: the compiler puts named ones in their place. */
export type CallNode = {
  readonly type: 'call';
  readonly function: string;
  readonly arguments: readonly Ast[];
};
/** `function(a, b) body`; a value without JSON, so it never leaves an expression. */
export type LambdaNode = {
  readonly type: 'lambda';
  readonly parameters: readonly string[];
  /** Types of the parameters in their order, where one has a type: another value is null inside. */
  readonly types?: readonly (TypeShape | null)[];
  readonly body: Ast;
};
/** A call of a function that the expression itself defines: `{f: function(x) x + 1, y: f(2)}`. */
export type InvokeNode = {
  readonly type: 'invoke';
  readonly target: Ast;
  readonly arguments: readonly Ast[];
  /** Names of the arguments, where they are given by name. */
  readonly names?: readonly string[];
};
export type InstanceOfNode = { readonly type: 'instance of'; readonly value: Ast } & TypeShape;
/** A FEEL type; `list<T>` has `item`, `context<a: T>` has `entries`, `function<T>->R` has `parameters` and `result`. */
export interface TypeShape {
  readonly typeName: string;
  readonly item?: TypeShape;
  readonly entries?: readonly { readonly key: string; readonly shape: TypeShape }[];
  readonly parameters?: readonly TypeShape[];
  readonly result?: TypeShape;
}
