import { ApiProblem, isPassing, isRefusal } from '../client/problem.js';
import type { ServerDraft } from './choose-draft.js';

/** What the server has: null where it has nothing, undefined where it could not be asked; or why it does not say. */
export type ServerWord = { readonly draft: ServerDraft | null | undefined } | { readonly refusal: unknown };

/** A server that is away, fails or is busy could not be asked; one that refuses, or says what nobody can read, has answered. */
export async function asServerSays(asked: Promise<ServerDraft | null>): Promise<ServerWord> {
  try {
    return { draft: await asked };
  } catch (error) {
    return couldNotBeAsked(error) ? { draft: undefined } : { refusal: error };
  }
}

const couldNotBeAsked = (error: unknown): boolean =>
  error instanceof ApiProblem && (!isRefusal(error) || isPassing(error));
