import { words } from './words.js';

/** RFC 9457, as the API answers it. */
export interface Problem {
  readonly title: string;
  readonly detail?: string;
  readonly status: number;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }
}

export interface Reply<T> {
  readonly status: number;
  readonly body: T;
}

let csrfToken = '';

export const rememberCsrfToken = (token: string): void => {
  csrfToken = token;
};

/** One request to our own origin; a refusal is thrown as `ApiProblem` with a sentence that can be shown. */
export async function request<T>(
  method: string,
  path: string,
  body?: unknown,
  idempotencyKey?: string,
): Promise<Reply<T>> {
  const response = await send(method, path, body, idempotencyKey);
  const text = await response.text();
  const parsed: unknown = text ? JSON.parse(text) : null;
  if (!response.ok)
    throw new ApiProblem({ title: words.offline, status: response.status, ...(parsed as Partial<Problem>) });
  return { status: response.status, body: parsed as T };
}

async function send(
  method: string,
  path: string,
  body: unknown,
  idempotencyKey: string | undefined,
): Promise<Response> {
  try {
    return await fetch(`/api${path}`, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' ? {} : { 'x-csrf-token': csrfToken }),
        ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new ApiProblem({ title: words.offline, status: 0 });
  }
}

export const get = async <T>(path: string): Promise<T> => (await request<T>('GET', path)).body;
