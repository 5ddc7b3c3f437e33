import { compensate } from './scopes/compensation.js';
import { askFor } from './events/conditions.js';
import { carryOutDeferred } from './deferred.js';
import { activate, begin, enter, perform } from './tokens/entering.js';
import { complete, leave, take } from './tokens/leaving.js';
import { round } from './scopes/loop.js';
import { reach } from './scopes/reaching.js';
import { openScope } from './scopes/scope-opening.js';
import { releaseStarving } from './tokens/settling.js';
import type { AgendaItem, Step } from './step.js';
import { hear, tellAtHome } from './events/own-signals.js';
import { escalate, throwError } from './events/thrown.js';
import type { View } from './view.js';

export type Decidable = Exclude<AgendaItem, { do: 'settle' }>;

/** What one item of the agenda leads to, which is not over. */
export function decide(view: View, item: Decidable): Step[] {
  switch (item.do) {
    case 'take':
      return take(view, item.flowId, item.scope);
    case 'activate':
      return activate(view, item.elementId, item.scope, item.arrival);
    case 'enter':
      return enter(view, item.key, item.arrival);
    case 'begin':
      return begin(view, item.key, item.arrival);
    case 'perform':
      return perform(view, item.key, item.arrival);
    case 'open':
      return openScope(view, item.key, item.arrival);
    case 'complete':
      return complete(view, item.key, item.variables);
    case 'leave':
      return leave(view, item.key);
    case 'round':
      return round(view, item.key, item.arrival);
    case 'reach':
      return reach(view, item.elementId, item.scope);
    case 'deferred':
      return carryOutDeferred(view, item.command);
    case 'release':
      return releaseStarving(view, item.key);
    case 'throwError':
      return throwError(view, item.key, item.errorCode, item.variables);
    case 'escalate':
      return escalate(view, item.key, item.escalationCode);
    case 'tellAtHome':
      return tellAtHome(view, item);
    case 'hear':
      return hear(view, item);
    case 'compensate':
      return compensate(view, item.key);
    case 'ask':
      return askFor(view, item.key);
  }
}
