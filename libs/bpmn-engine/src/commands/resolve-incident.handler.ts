import { ok, type JsonObject } from '@wuqing/kernel';
import type { ElementInstanceKey } from '../command.js';
import type { EngineEvent } from '../engine-event.js';
import type { Incident } from '../state.js';
import type { AgendaItem } from '../step.js';
import { hasMembersToCome } from '../scopes/loop.js';
import { undoes } from '../scopes/scope-kind.js';
import { readsItsOwn } from '../variables/member-names.js';
import { fits, writesFrom, writesOf } from '../variables/variables.js';
import { isBusy, standing, visitOf, type View } from '../view.js';
import { reject, tooManyVariables, type CommandHandler } from './command-handler.js';

/** The work that failed is taken up again where it stopped; if it fails again, so does the incident. */
export const resolveIncident: CommandHandler<'ResolveIncident'> = (
  view,
  { incident: key, variables = {} },
) => {
  const found = standing(view.state.incidents, key);
  if (!found) return reject({ code: 'not-active', message: '该异常已处理或不存在。' });
  if (!fits(view.state, variables)) return tooManyVariables(found.elementId);
  return ok([
    ...mended(view, key, found, variables).map((event) => ({ event })),
    { event: { type: 'IncidentResolved', key } },
    { next: endsTooEarly(view, key, found) ? { do: 'settle', key } : retryOf(key, found) },
  ]);
};

/** Inputs are read anew where an element enters again, so what is mended must be where they are read. */
function mended(
  view: View,
  key: ElementInstanceKey,
  { retry }: Incident,
  variables: JsonObject,
): EngineEvent[] {
  const scope = view.state.instances[key]?.scope;
  if (scope === undefined || retry !== 'enter' || undoes(view, scope))
    return writesFrom(view, key, variables);
  const visit = visitOf(view, key);
  return writesOf(view, visit, scope, variables, readsItsOwn(view, visit));
}

/** Whether something began in a scope, or came to a loop, while it was stuck where it ends: that must be done first. */
const endsTooEarly = (view: View, key: ElementInstanceKey, { retry }: Incident): boolean =>
  (retry === 'complete' || retry === 'leave') && (isBusy(view, key) || hasMembersToCome(view, key));

function retryOf(key: ElementInstanceKey, { retry, goal, triggered, variables }: Incident): AgendaItem {
  const arrival = { ...(goal && { goal }), ...(triggered && { triggered }), ...(variables && { variables }) };
  switch (retry) {
    case 'enter':
      return { do: 'enter', key, arrival };
    case 'perform':
      return { do: 'perform', key, arrival };
    case 'complete':
      return { do: 'complete', key, variables: {} };
    case 'leave':
      return { do: 'leave', key };
    case 'release':
      return { do: 'release', key };
  }
}
