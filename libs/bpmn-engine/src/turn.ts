import { decide, type Decidable } from './agenda.js';
import { AgendaBound } from './agenda-bound.js';
import { conditionSteps, mayMeetConditions } from './events/conditions.js';
import type { ElementInstanceKey } from './command.js';
import type { Effect } from './effect.js';
import { keyOf, rootKeyOf } from './element-instance-key.js';
import type { EngineEvent } from './engine-event.js';
import { evolveOwning } from './evolve/evolve.js';
import type { OwnCopies } from './evolve/record.js';
import { quietSteps, settle } from './tokens/settling.js';
import { incident, type AgendaItem, type Step } from './step.js';
import type { View } from './view.js';
import { hasEnded, StepsToCome } from './what-is-over.js';

type SettleItem = Extract<AgendaItem, { do: 'settle' }>;

export interface TurnResult {
  readonly events: EngineEvent[];
  readonly effects: Effect[];
}

/**
 * Works off `first` and all that follows from it, depth first: an item is decided on the state that everything before
 * it has led to. Conditions, joins and the completion of scopes are asked only when nothing else is left.
 */
export function runTurn(view: View, first: readonly Step[]): TurnResult {
  const events: EngineEvent[] = [];
  const effects: Effect[] = [];
  const pending = new StepsToCome(rootKeyOf(view.process));
  pending.prepend(first);
  const settling: SettleItem[] = [];
  const copies: OwnCopies = new Set();
  let { state } = view;
  const bound = new AgendaBound(view);
  let mayMeet = false;
  let overrun: string | undefined;
  const why = (): string => (overrun ??= overrunOf(events));
  for (;;) {
    const step = pending.take();
    if (!step) {
      const quiet: View = { ...view, state };
      const met: Step[] = mayMeet ? conditionSteps(quiet) : [];
      mayMeet = met.length > 0;
      const later = mayMeet ? met : stepsWhenQuiet(quiet, settling);
      if (later.length === 0) return { events, effects };
      pending.prepend(later);
    } else if ('event' in step) {
      state = evolveOwning(copies, state, step.event);
      events.push(step.event);
      if (state.conditions && mayMeetConditions(step.event)) mayMeet = true;
      if (step.event.type === 'LoopOpened') bound.opened(step.event.size);
    } else if ('effect' in step) {
      effects.push(step.effect);
    } else if ('over' in step) {
      pending.empty(step.over);
    } else if (step.next.do === 'settle') {
      settling.push(step.next);
    } else {
      const now: View = { process: view.process, state, context: view.context };
      const isOverrun = bound.isOverrun();
      if (hasEnded(now, step.next)) continue;
      pending.prepend(isOverrun ? decideOverrun(now, step.next, why) : decide(now, step.next));
    }
  }
}

/** The joins first: a token that goes on keeps its scope from completing. */
function stepsWhenQuiet(view: View, settling: SettleItem[]): Step[] {
  for (;;) {
    const joined = quietSteps(view);
    const item = joined.length === 0 ? settling.shift() : undefined;
    const steps = item ? settle(view, item.key) : joined;
    if (steps.length > 0 || !item) return steps;
  }
}

/** The agenda is overrun: tokens still reach their next element, and stop there as incidents that can be mended. */
function decideOverrun(view: View, item: Decidable, why: () => string): Step[] {
  if (item.do === 'round') return view.state.incidents[item.key] ? [] : loopOverrun(view, item, why);
  if (item.do !== 'activate') return decide(view, item);
  const { elementId, scope } = item;
  const key: ElementInstanceKey = keyOf(elementId, view.state.counter + 1);
  return [
    { event: { type: 'ElementActivated', key, elementId, scope } },
    incident({ key, elementId }, { code: 'loop', message: why() }, 'enter', item.arrival),
  ];
}

function loopOverrun(
  view: View,
  { key, arrival }: Extract<AgendaItem, { do: 'round' }>,
  why: () => string,
): Step[] {
  const elementId = view.state.instances[key]?.elementId;
  if (elementId === undefined) return [];
  return [incident({ key, elementId }, { code: 'loop', message: why() }, 'perform', arrival)];
}

const overrunOf = (events: readonly EngineEvent[]): string =>
  `Expected the process to wait somewhere, but ${busiestOf(events)} comes round again and again`;

/** The element that was activated most often, the first of them: it lies on the loop. */
function busiestOf(events: readonly EngineEvent[]): string {
  const visits = new Map<string, number>();
  for (const event of events) {
    if (event.type === 'ElementActivated')
      visits.set(event.elementId, (visits.get(event.elementId) ?? 0) + 1);
  }
  return [...visits].reduce((most, entry) => (entry[1] > most[1] ? entry : most), ['', 0] as const)[0];
}
