import { client } from '../generated/client.gen.js';
import { problemOf } from './problem.js';

const token = { csrf: '' };

/** Of the session; every request that changes something carries it. */
export const rememberCsrfToken = (csrf: string): void => {
  token.csrf = csrf;
};

/** What a request that goes another way (an upload) must carry as well. */
export const csrfHeaders = (): Readonly<Record<string, string>> => ({ 'x-csrf-token': token.csrf });

/** Once an entry, before the first request: our own origin alone, the session's token, refusals thrown as `ApiProblem`. */
export function configureApi(): void {
  client.interceptors.request.use((request) => {
    if (request.method !== 'GET') request.headers.set('x-csrf-token', token.csrf);
    return request;
  });
  client.interceptors.error.use((body, response) => problemOf(body, response));
}
