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

/** What can be shown of whatever went wrong: a browser's own words are in a language that nobody here reads. */
export const sentenceOf = (error: unknown): string => {
  const said = error instanceof Error ? error.message : String(error);
  return /\p{Script=Han}/u.test(said) ? said : stateWords.broken;
};

export const statusOf = (error: unknown): number | undefined =>
  error instanceof ApiProblem ? error.status : undefined;

/** Refused for good: nothing was done, and asking again says the same. */
export const isRefusal = (error: unknown): boolean => {
  const status = statusOf(error);
  return status !== undefined && status >= 400 && status < 500;
};

const ENDED = 'urn:wuqing:problem:not-signed-in';
/** The server knows the cookie, and not the token that came with it: another page has signed in anew. */
const RENEWED = 'urn:wuqing:problem:csrf';

const isOfType =
  (type: string) =>
  (error: unknown): boolean =>
    error instanceof ApiProblem && error.problem.type === type;

export const isSessionEnd = isOfType(ENDED);
export const isSessionRenewal = isOfType(RENEWED);

/** The password was right, and a code of the second factor is asked for. */
export const isCodeAsked = isOfType('urn:wuqing:problem:second-factor-required');

/** Whoever asks is to say once more who he is. */
export const isConfirmationAsked = isOfType('urn:wuqing:problem:confirmation-required');

const PASSING_STATUSES: readonly number[] = [401, 408, 425, 429];

/** Refused for this moment and not for good: not signed in, signed in anew by another page, too many at once. */
export const isPassing = (error: unknown): boolean =>
  isSessionRenewal(error) || (error instanceof ApiProblem && PASSING_STATUSES.includes(error.status));
