import {
  boundary,
  end,
  endThrowing,
  startOn,
  terminateEnd,
  throwEvent,
  type Trigger,
} from './event-parts.js';
import type { NodePart, ProcessPart } from './part.js';
import { eventSubProcess, path, userTask } from './process-parts.js';
import type { CatcherDraw, HandlerDraw } from './random-block.js';

type Catching = Parameters<typeof startOn>[1];

/** The code that drawn processes throw, and catch where a catcher is `coded`. */
export const CODES = { error: 'E', escalation: 'L' } as const;

export function catchingOf({ by, coded }: CatcherDraw, id: string): Catching {
  switch (by) {
    case 'compensation':
      return { compensation: true };
    case 'error':
      return { error: coded ? CODES.error : undefined };
    case 'escalation':
      return { escalation: coded ? CODES.escalation : undefined };
    default:
      return triggerOf(by, id);
  }
}

export function triggerOf(
  by: Exclude<CatcherDraw['by'], 'compensation' | 'error' | 'escalation'>,
  id: string,
): Trigger {
  switch (by) {
    case 'timer':
      return { duration: 'if n > 2 then "-PT1H" else "P1D"' };
    case 'date':
      return { date: '"2026-09-01"' };
    case 'cycle':
      return { cycle: '"R3/PT1H"' };
    case 'message':
      return { message: `m-${id}` };
    case 'signal':
      return { signal: 'sig' };
    case 'condition':
      return { condition: 'n > 2' };
  }
}

/** An error always interrupts, and what interrupts happens once, so it has no cycle. */
export const interrupts = ({ by, interrupting }: CatcherDraw): boolean =>
  by === 'error' || by === 'compensation' || (interrupting && by !== 'cycle');

/** A boundary event; one that does not interrupt leads to an end of its own, every other to `meet`. */
export function boundaryOf(
  catcher: CatcherDraw,
  attachedTo: string,
  id: string,
  meet: string,
): ProcessPart[] {
  const interrupting = interrupts(catcher);
  const event = boundary(id, attachedTo, catchingOf(catcher, id) as Parameters<typeof boundary>[2], {
    interrupting,
  });
  if (interrupting) return [event, ...path(id, meet)];
  return [event, ...pathOf(catcher, id, `${id}-aside`)];
}

/** A step or a signal, and an end; what hears the signal, or may happen at once, broadcasts none: that would go round. */
function pathOf(
  { by, then }: CatcherDraw,
  from: string,
  id: string,
  innerBy?: CatcherDraw['by'],
): ProcessPart[] {
  const ends = `${id}-end`;
  const broadcasts = then === 'broadcast' && by !== 'signal' && by !== 'condition';
  const step = broadcasts ? throwEvent(id, { signal: 'sig' }) : userTask(id);
  return [step, lastOf(), ...path(from, id, ends)];

  /** What an event sub-process inside catches is thrown. */
  function lastOf(): NodePart {
    if (innerBy === 'error') return endThrowing(ends, { error: CODES.error });
    if (innerBy === 'escalation') return endThrowing(ends, { escalation: CODES.escalation });
    if (by === 'compensation') return endThrowing(ends, { compensate: undefined });
    return then === 'terminate' ? terminateEnd(ends) : end(ends);
  }
}

/** An event sub-process with a step, and another one inside where that is drawn. */
export function handlerOf(handler: HandlerDraw, id: string): NodePart {
  const on = `${id}-on`;
  // What hears a signal must not beget more that hear it, and tell it.
  const once = { interrupting: true, then: 'step' as const };
  const inner = handler.inner && (handler.by === 'signal' ? { ...handler.inner, ...once } : handler.inner);
  return eventSubProcess(id, [
    startOn(on, catchingOf(handler, on), { interrupting: interrupts(handler) }),
    ...pathOf(handler, on, `${id}-step`, handler.inner?.by),
    ...(inner ? [handlerOf(inner, `${id}-in`)] : []),
  ]);
}
