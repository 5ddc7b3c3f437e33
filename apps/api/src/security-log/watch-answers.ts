import type { Request, RequestHandler, Response } from 'express';
import type { CalledRequest } from '../access/entrance.guard.js';
import type { SecurityLog } from './security-log.js';

/** Kinds of refusals by status; what is not here (conflicts, answers) is the cases' own business. */
const kinds: Readonly<Record<number, string>> = {
  400: 'invalid',
  401: 'not-signed-in',
  403: 'refused',
  404: 'refused',
  405: 'invalid',
  413: 'invalid',
  415: 'invalid',
  422: 'invalid',
  429: 'too-many',
};

/** Sets whose account an answer is about, where the caller's session does not say so. */
export const isAbout = (response: Response, accountId: string): void => {
  response.locals['accountId'] = accountId;
};

/** Sees every answer that leaves, whoever made it: guard, pipe, handler, body parser. */
export const watchAnswers =
  (log: SecurityLog): RequestHandler =>
  (request, response, next) => {
    response.once('finish', () => {
      const { statusCode: status, locals } = response;
      const { caller } = request as CalledRequest;
      const isByToken = caller?.isSystem === true;
      const said = (locals['recorded'] ?? locals['refused'] ?? kinds[status]) as string | undefined;
      const kind = said ?? (isByToken ? 'token-used' : undefined);
      if (kind === undefined || status >= 500) return;
      const known = locals['accountId'] as string | undefined;
      const byAccountId = caller?.session.accountId ?? null;
      const event = {
        kind,
        accountId: known ?? byAccountId,
        byAccountId,
        operation: operationOf(request),
        status,
      };
      if (isByToken) log.recordOften(event);
      else log.record(event);
    });
    next();
  };

/** The route, never the address that was asked. */
const operationOf = ({ method, route }: Request): string => {
  const path = (route as { readonly path?: unknown } | undefined)?.path;
  return `${method} ${typeof path === 'string' ? path : '-'}`;
};
