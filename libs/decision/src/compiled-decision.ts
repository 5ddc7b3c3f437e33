import type { DecisionLogic } from './decision-logic.js';
import type { ItemTypes, TypedName, TypeReference } from './item-type.js';

/**
 * One decision with everything that it requires (DMN 1.3 chapter 6), as plain JSON: it is stored under its checksum
 * and handed to the engine by decision id. Made by `compileDecisions` of `bpmn-definition`.
 */
export interface CompiledDecision {
  /** Absent in what was compiled before lists of one and their elements stood for each other where a type asks for it. */
  readonly formatVersion?: 2;
  readonly id: string;
  readonly name: string;
  /** `zeebe:versionTag`, by which a business rule task may bind to this version; absent where it has none. */
  readonly versionTag?: string;
  /** The required decisions, each behind what it requires itself, each once; the last is the decision itself. */
  readonly nodes: readonly DecisionNode[];
  /** The knowledge models and decision services that any of them calls. */
  readonly functions?: readonly DecisionFunction[];
  readonly types?: ItemTypes;
  /** Variables that come from outside, sorted: the inputs of a business rule task. */
  readonly reads: readonly string[];
}

export interface DecisionNode {
  readonly id: string;
  readonly name: string;
  /** Under which name the decisions that require it see the result: its variable's, or its id as in Camunda 8. */
  readonly resultName: string;
  readonly resultType?: TypeReference;
  /** Result names of the nodes that it requires; it sees no other node's. */
  readonly requires: readonly string[];
  /** Input data with a type, of those that it reads. */
  readonly inputs?: readonly TypedName[];
  /** Ids of the functions that it may call. */
  readonly knowledge?: readonly string[];
  readonly logic: DecisionLogic;
}

/** A business knowledge model (DMN 1.3 §6.3.9) or a decision service (§6.3.10), called by its name. */
export interface DecisionFunction {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly TypedName[];
  readonly resultType?: TypeReference;
  /** Ids of the functions that its body may call. */
  readonly knowledge?: readonly string[];
  readonly body: DecisionLogic | DecisionServiceBody;
}

/** Its decisions in order, on what the parameters give; the bare result of one output, or the outputs by name. */
export interface DecisionServiceBody {
  readonly type: 'decisionService';
  readonly nodes: readonly DecisionNode[];
  /** Result names. */
  readonly outputs: readonly string[];
}
