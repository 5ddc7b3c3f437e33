import { logDeeds, logElsewhere, logMethods, logNouns, logParts } from '../../words/log-operation.words.js';

/** Of many that are told as one. */
const NOT_ONE = '-';

/** 「终止事项」 of `POST /api/cases/:id/cancellation`: the log keeps the method and the route; whoever reads it wants to know what was done. */
export function operationSaid(operation: string): string {
  if (operation === NOT_ONE) return '';
  const [method = '', route = ''] = operation.split(' ');
  if (!route.startsWith('/')) return logElsewhere.nowhere;
  if (!route.startsWith('/api/')) return logElsewhere.page;
  const [resource = '', ...rest] = route.slice('/api/'.length).split('/');
  const noun = logNouns[resource] ?? logElsewhere.nowhere;
  const last = rest.filter((part) => !part.startsWith(':')).at(-1) ?? '';
  if (method === 'GET' || method === 'HEAD') {
    const part = logParts[last];
    return logMethods[method] + noun + (part === undefined ? '' : `的${part}`);
  }
  return (logDeeds[last] ?? logMethods[method] ?? '') + noun;
}
