import { ok } from '@wuqing/kernel';
import type { ElementInstanceKey } from '../command.js';
import type { Incident } from '../state.js';
import type { AgendaItem } from '../step.js';
import { fits, writesFrom } from '../variables.js';
import { standing } from '../view.js';
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
    ...writesFrom(view, key, variables).map((event) => ({ event })),
    { event: { type: 'IncidentResolved', key } },
    { next: retryOf(key, found) },
  ]);
};

function retryOf(key: ElementInstanceKey, { retry, goal }: Incident): AgendaItem {
  const arrival = goal === undefined ? {} : { goal };
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
