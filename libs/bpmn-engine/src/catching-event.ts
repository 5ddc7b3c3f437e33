import type { ElementInstanceKey } from './command.js';

/** What happened at signals, conditions, errors, escalations, messages that were sent, and compensation. */
export type CatchingEvent =
  | {
      readonly type: 'MessagePublished';
      readonly key: ElementInstanceKey;
      readonly messageName: string;
      readonly correlationKey: string;
    }
  | { readonly type: 'SignalBroadcast'; readonly key: ElementInstanceKey; readonly signalName: string }
  | {
      readonly type: 'SignalSubscriptionOpened';
      readonly key: ElementInstanceKey;
      readonly elementId: string;
      readonly signalName: string;
      readonly attachedTo?: ElementInstanceKey;
    }
  | { readonly type: 'SignalReceived'; readonly key: ElementInstanceKey }
  | { readonly type: 'SignalSubscriptionClosed'; readonly key: ElementInstanceKey }
  /** A conditional event waits; `holds` where its condition is known to be true already. */
  | {
      readonly type: 'ConditionAwaited';
      readonly key: ElementInstanceKey;
      readonly elementId: string;
      readonly attachedTo?: ElementInstanceKey;
      readonly holds?: true;
    }
  | { readonly type: 'ConditionMet'; readonly key: ElementInstanceKey }
  /** A condition that was true is so no longer, and may be met once more. */
  | { readonly type: 'ConditionLapsed'; readonly key: ElementInstanceKey }
  | { readonly type: 'ConditionClosed'; readonly key: ElementInstanceKey }
  | {
      readonly type: 'ErrorThrown';
      readonly key: ElementInstanceKey;
      readonly elementId: string;
      readonly errorCode: string;
      readonly message?: string;
    }
  | {
      readonly type: 'EscalationThrown';
      readonly key: ElementInstanceKey;
      readonly elementId: string;
      readonly escalationCode: string;
      /** The catching event; absent where nobody catches it, which is no fault. */
      readonly caughtBy?: string;
    }
  /** A completed activity can be undone from now on. */
  | {
      readonly type: 'CompensationRegistered';
      readonly key: ElementInstanceKey;
      readonly elementId: string;
      readonly scope: ElementInstanceKey;
    }
  /** `key` undoes these activities, in this order. */
  | {
      readonly type: 'CompensationTriggered';
      readonly key: ElementInstanceKey;
      readonly activities: readonly ElementInstanceKey[];
    }
  /** A completed activity is undone now, by the handler that the next event activates; it can be so only once. */
  | { readonly type: 'CompensationStarted'; readonly activity: ElementInstanceKey }
  /** A completed sub-process runs again as `key` only to undo what was completed in it. */
  | {
      readonly type: 'CompensationScopeReopened';
      readonly key: ElementInstanceKey;
      readonly activity: ElementInstanceKey;
    };
