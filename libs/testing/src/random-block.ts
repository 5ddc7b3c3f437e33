import { end, start } from './event-parts.js';
import type { ProcessPart } from './part.js';
import { path } from './process-parts.js';

/** A block has one way in and one way out; blocks nest, so that every process made of them is sound. */
export type Block =
  | { readonly kind: 'userTask' | 'message' | 'service' | 'script' | 'task' }
  | { readonly kind: 'timer' | 'date' | 'condition' }
  | { readonly kind: 'sequence' | 'exclusive' | 'parallel' | 'inclusive'; readonly blocks: readonly Block[] }
  | { readonly kind: 'loop' | 'subProcess'; readonly block: Block }
  | EventBlock
  | LoopBlock
  | ScopeBlock
  | ActivityBlock;

export interface Drawn {
  readonly parts: readonly ProcessPart[];
  readonly first: string;
  readonly last: string;
}

export type TriggerKind = 'timer' | 'message' | 'signal' | 'condition';

/** What events do to the flow: each block still has one way in and one way out. */
export type EventBlock =
  | { readonly kind: 'signal' | 'receive' | 'send' | 'broadcast' | 'publish' | 'link' | 'gateway' }
  | { readonly kind: 'guarded'; readonly by: TriggerKind; readonly interrupting: boolean }
  | {
      readonly kind: 'eventSubProcess';
      readonly by: TriggerKind;
      readonly interrupting: boolean;
      readonly block: Block;
    }
  /** An error or an escalation leaves a sub-process, for its boundary event or an event sub-process inside it. */
  | { readonly kind: 'error'; readonly inside: boolean; readonly block: Block }
  | {
      readonly kind: 'escalation';
      readonly inside: boolean;
      readonly interrupting: boolean;
      readonly block: Block;
    }
  | { readonly kind: 'serviceError' }
  | { readonly kind: 'terminate'; readonly block: Block }
  /** What is done inside can be undone, and is undone where `n` says so. */
  | { readonly kind: 'compensation'; readonly nested: boolean; readonly block: Block }
  | { readonly kind: 'compensationSubProcess'; readonly block: Block }
  | { readonly kind: 'transaction'; readonly block: Block };

/** An activity in a loop: a user task, or a sub-process with a body of its own. */
export type LoopBlock =
  | { readonly kind: 'each'; readonly sequential: boolean; readonly block: Block | undefined }
  | { readonly kind: 'again'; readonly block: Block | undefined };

/** What runs somewhere else, or in no order: a called process, a decision, an ad-hoc sub-process. */
export type ScopeBlock =
  | { readonly kind: 'call'; readonly block: Block }
  /** The called process ends with an error where `n` says so, which the boundary event of its call catches. */
  | { readonly kind: 'callThrowing'; readonly block: Block }
  /** A called process for each member of a list, whose `n` are collected. */
  | { readonly kind: 'callEach'; readonly sequential: boolean; readonly block: Block }
  | { readonly kind: 'decision' }
  /** It ends when nothing runs in it, or with the first path that ends while `again` is false. */
  | {
      readonly kind: 'adHoc';
      readonly sequential: boolean;
      readonly ends: 'empty' | 'told';
      readonly blocks: readonly Block[];
    };

export type ScopeKind = 'subProcess' | 'transaction' | 'adHoc' | 'callActivity';
export type ActivityKind =
  | 'task'
  | 'userTask'
  | 'serviceTask'
  | 'sendTask'
  | 'sendingService'
  | 'receiveTask'
  | 'scriptTask'
  | 'businessRuleTask'
  | 'decidingService'
  | ScopeKind;
export type LoopKind = 'parallel' | 'sequential' | 'standard';

/** An event at the boundary of an activity, or the start of an event sub-process; by `coded` it catches one code alone. */
export interface CatcherDraw {
  readonly by: TriggerKind | 'date' | 'cycle' | 'error' | 'escalation' | 'compensation';
  readonly interrupting: boolean;
  readonly coded: boolean;
  /** What it leads to, where that is a path of its own. */
  readonly then: 'step' | 'broadcast' | 'terminate';
}

/** An event sub-process, and one inside it. */
export interface HandlerDraw extends CatcherDraw {
  readonly inner?: CatcherDraw;
}

/** What is thrown on the way through a scope, or where it ends. */
export type PassingThrow = 'none' | 'message' | 'signal' | 'escalation' | 'compensation' | 'named';
export type EndingThrow = Exclude<PassingThrow, 'none' | 'named'> | 'error' | 'terminate' | 'cancel';

/** An activity of any kind with all that BPMN hangs on one. What has no meaning for its kind is not drawn. */
export interface ActivityBlock {
  readonly kind: 'activity';
  readonly what: ActivityKind;
  readonly loop: LoopKind | undefined;
  /** Inputs and outputs. */
  readonly mapped: boolean;
  /** What its multi-instance tells its own boundary events. */
  readonly tells: boolean;
  /** Kind and loop of what undoes it. */
  readonly undo: { readonly what: ActivityKind; readonly loop: LoopKind | undefined } | undefined;
  readonly events: readonly CatcherDraw[];
  /** The rest is of scopes alone. */
  readonly handlers: readonly HandlerDraw[];
  readonly passing: readonly PassingThrow[];
  readonly ending: readonly EndingThrow[];
  readonly block: Block;
}

/** How a process begins, what its own event sub-processes are, and its body. */
export interface ProcessDraw {
  readonly starts: StartKind;
  readonly handlers: readonly HandlerDraw[];
  readonly block: Block;
}
export type StartKind =
  'none' | TriggerKind | 'date' | 'cycle' | 'receive' | 'exclusiveGateway' | 'parallelGateway' | 'several';

/** Draws a block under an id from which all ids inside begin. */
export type Draw = (block: Block, id: string) => Drawn;

export const single = (part: ProcessPart): Drawn => ({ parts: [part], first: part.id, last: part.id });

/** What lies inside a sub-process with this body: start, body, end. */
export function insideOf({ parts, first, last }: Drawn, id: string): ProcessPart[] {
  const [begins, ends] = [`${id}-start`, `${id}-end`];
  return [start(begins), ...parts, end(ends), ...path(begins, first), ...path(last, ends)];
}
