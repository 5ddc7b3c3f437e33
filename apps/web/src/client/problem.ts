import type { Problem } from '../generated/types.gen.js';
import { stateWords } from '../words/state.words.js';

/** A refusal of the API (RFC 9457) with a sentence that can be shown; status 0 where nobody answered. */
export class ApiProblem extends Error {
  constructor(
    readonly problem: Pick<Problem, 'title' | 'status'> & Partial<Problem>,
    /** What a person reads out to the administrator; the API's own number of the request where it gave one. */
    readonly reportNumber?: string,
  ) {
    super(problem.detail ?? problem.title);
  }

  get status(): number {
    return this.problem.status;
  }
}

/** Whatever went wrong on the way, as a problem: a body that is none (a proxy's page) still has a status. */
export function problemOf(body: unknown, response: Response | undefined): ApiProblem {
  if (response === undefined) return new ApiProblem({ title: stateWords.offline, status: 0 });
  const told = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {};
  return new ApiProblem(
    { title: stateWords.unreadable, ...told, status: response.status },
    response.headers.get('x-report-number') ?? undefined,
  );
}

export const statusOf = (error: unknown): number | undefined =>
  error instanceof ApiProblem ? error.status : undefined;

/** Refused for good: nothing was done, and asking again says the same. */
export const isRefusal = (error: unknown): boolean => {
  const status = statusOf(error);
  return status !== undefined && status >= 400 && status < 500;
};
