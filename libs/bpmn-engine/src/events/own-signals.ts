import { bySerial } from '../element-instance-key.js';
import { heardAt } from '../variables/received.js';
import type { AgendaItem, Step } from '../step.js';
import { signalReceived } from './trigger.js';
import { standing, type View } from '../view.js';

type Item<Do extends AgendaItem['do']> = Extract<AgendaItem, { readonly do: Do }>;

/**
 * Who waits in the thrower's own instance hears a signal before the thrower goes on: a scope that it would leave next could
 * complete in the same turn, and with it whoever waits on its behalf (BPMN 2.0.2 §10.5.1: a signal reaches all who can catch it).
 */
export const tellAtHome = ({ state }: View, { key, signalName, variables }: Item<'tellAtHome'>): Step[] => [
  ...Object.entries(state.signals ?? {})
    .filter(([, wait]) => wait.signalName === signalName)
    .sort(([one], [other]) => bySerial(one, other))
    .map(([subscription]): Step => ({ next: { do: 'hear', subscription, variables } })),
  { next: { do: 'complete', key, variables: {} } },
];

/** One that heard it earlier may have ended this one meanwhile. */
export function hear(view: View, { subscription, variables }: Item<'hear'>): Step[] {
  const wait = standing(view.state.signals, subscription);
  return wait ? signalReceived(view, subscription, wait, heardAt(view, wait.elementId, variables)) : [];
}
