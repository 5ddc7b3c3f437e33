import type {
  CompiledExpression,
  ExtensionElement,
  FlowNode,
  Guard,
  IoMapping,
  MessageDefinition,
  VariableMapping,
} from '@wuqing/bpmn-model';
import { feel } from './feel.js';

/** FEEL, with or without the leading `=`; or compiled already. */
export type Feel = string | CompiledExpression;

export const compiled = (expression: Feel): CompiledExpression =>
  typeof expression === 'string' ? feel(expression) : expression;

type Kind<T> = T extends FlowNode
  ? Omit<T, 'id' | 'name' | 'scope' | 'incoming' | 'outgoing' | 'boundaries' | 'io' | 'guards' | 'extensions'>
  : never;

/** What every node may be given: a name, mappings as `{ target: FEEL }`, guards and extensions. */
export interface NodeOptions {
  readonly name?: string;
  readonly inputs?: Readonly<Record<string, Feel>>;
  readonly outputs?: Readonly<Record<string, Feel>>;
  readonly guards?: readonly {
    readonly id: string;
    readonly on?: Guard['on'];
    readonly reject: Feel;
    readonly message?: string;
  }[];
  readonly extensions?: readonly {
    readonly name: string;
    readonly expressions: Readonly<Record<string, Feel>>;
  }[];
}

export interface NodePart {
  readonly part: 'node';
  readonly id: string;
  readonly kind: Kind<FlowNode>;
  readonly options: NodeOptions;
  /** Of a sub-process: what lies inside. */
  readonly inside: readonly ProcessPart[];
  readonly messages: readonly MessageDefinition[];
  /** Names of signals, error codes and escalation codes that it refers to, each its own id. */
  readonly refers: References;
}

export interface References {
  readonly signals?: readonly string[];
  readonly errors?: readonly string[];
  readonly escalations?: readonly string[];
}

export interface FlowPart {
  readonly part: 'flow';
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly when?: CompiledExpression;
  readonly isDefault: boolean;
}

export type ProcessPart = NodePart | FlowPart;

/** A part of this kind, with all that is common to nodes. */
export const node = (
  id: string,
  kind: Kind<FlowNode>,
  options: NodeOptions = {},
  more: Partial<NodePart> = {},
): NodePart => ({
  part: 'node',
  id,
  kind,
  options,
  inside: [],
  messages: [],
  refers: {},
  ...more,
});

const mappingsOf = (mappings: Readonly<Record<string, Feel>> = {}): VariableMapping[] =>
  Object.entries(mappings).map(([target, source]) => ({ target, source: compiled(source) }));

export const ioOf = ({ inputs, outputs }: NodeOptions): IoMapping => ({
  inputs: mappingsOf(inputs),
  outputs: mappingsOf(outputs),
});

export const guardsOf = ({ guards = [] }: NodeOptions): Guard[] =>
  guards.map(({ id, on = 'complete', reject, message = id }) => ({
    id,
    on,
    reject: compiled(reject),
    message,
  }));

export const extensionsOf = ({ extensions = [] }: NodeOptions): ExtensionElement[] =>
  extensions.map(({ name, expressions }) => ({
    name,
    attributes: {},
    children: [],
    expressions: Object.fromEntries(
      Object.entries(expressions).map(([key, value]) => [key, compiled(value)]),
    ),
  }));
