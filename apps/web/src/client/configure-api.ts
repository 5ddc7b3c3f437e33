import { onlineManager } from '@tanstack/react-query';
import { client } from '../generated/client.gen.js';
import { problemOf } from './problem.js';
import { lookForSession } from './session-news.js';

const token = { csrf: '' };
/** In which session each question was asked. */
const askedUnder = new WeakMap<Request, string>();

/** Of the session; every request that changes something carries it. */
export const rememberCsrfToken = (csrf: string): void => {
  token.csrf = csrf;
};

/** What a request that goes another way (an upload) must carry as well. */
export const csrfHeaders = (): { readonly 'x-csrf-token': string } => ({ 'x-csrf-token': token.csrf });

/** Once an entry, before the first request: our own origin alone, the session's token, refusals thrown as `ApiProblem`. */
export function configureApi(): void {
  // A page that was opened without a network hears when it is there, and hears it as news.
  onlineManager.setOnline(navigator.onLine);
  client.interceptors.request.use((request) => {
    if (request.method !== 'GET') request.headers.set('x-csrf-token', token.csrf);
    askedUnder.set(request, token.csrf);
    return request;
  });
  client.interceptors.error.use((body, response, request: Request | undefined) => {
    const problem = problemOf(body, response);
    lookForSession(problem, (request && askedUnder.get(request)) ?? token.csrf);
    return problem;
  });
}
