import type { CompiledExpression } from './compiled-expression.js';
import type { DeclaredPayload } from './declared-payload.js';
import type { ExtensionElement } from './extensions.js';
import type { FlowNode } from './flow-node.js';

/** A `bpmn:sequenceFlow` (BPMN 2.0.2 §8.4.13). */
export interface SequenceFlow {
  readonly id: string;
  readonly name?: string;
  readonly source: string;
  readonly target: string;
  readonly condition?: CompiledExpression;
}

/** A `bpmn:message`; `correlationKey` comes from `zeebe:subscription`. */
export interface MessageDefinition {
  readonly id: string;
  readonly name: string;
  readonly correlationKey?: CompiledExpression;
  /** What its sender may say; absent: nothing. */
  readonly payload?: DeclaredPayload;
}

/** A `bpmn:signal`; whoever waits for the name gets it, in any instance. */
export interface SignalDefinition {
  readonly id: string;
  readonly name: string;
  /** What its sender may say; absent: nothing. */
  readonly payload?: DeclaredPayload;
}

/** A `bpmn:error`. */
export interface ErrorDefinition {
  readonly id: string;
  readonly errorCode: string;
}

/** A `bpmn:escalation`. */
export interface EscalationDefinition {
  readonly id: string;
  readonly escalationCode: string;
}

/**
 * One executable process of a BPMN file. `nodes` holds every flow node of every depth by id; a node's `scope` is the
 * id of the sub-process it lies in, or `key` for the process itself.
 */
export interface ExecutableProcess {
  readonly formatVersion: 1;
  /** The BPMN process id, which is also the Temporal workflow type. */
  readonly key: string;
  readonly name: string;
  /** `zeebe:versionTag`, by which a caller may bind to this version; absent where it has none. */
  readonly versionTag?: string;
  /** Of the published version, where it was loaded as one: what it calls by `deployment` is bound for this version alone. */
  readonly checksum?: string;
  readonly nodes: Readonly<Record<string, FlowNode>>;
  readonly flows: Readonly<Record<string, SequenceFlow>>;
  readonly messages: Readonly<Record<string, MessageDefinition>>;
  /** The next three are absent where the process has none: what was published before they existed keeps its checksum. */
  readonly signals?: Readonly<Record<string, SignalDefinition>>;
  readonly errors?: Readonly<Record<string, ErrorDefinition>>;
  readonly escalations?: Readonly<Record<string, EscalationDefinition>>;
  /** For `key` and for every sub-process: the ids of the nodes directly inside, in document order. */
  readonly children: Readonly<Record<string, readonly string[]>>;
  readonly extensions: readonly ExtensionElement[];
  /** Names of the variables that any expression reads, sorted: only these may enter Temporal. */
  readonly reads: readonly string[];
}
