import type { RequestHandler } from 'express';
import { problemDocument, unavailable } from './problem.js';

/** No caller waits longer for an answer; databases and Temporal have shorter limits of their own. */
export const ANSWER_WITHIN_MS = 18_000;

/** Whoever sends a file sends as slowly as he must: what has come stays, and he goes on from there. */
const UPLOADS = '/api/uploads/';

/** Says 503 where nothing was said in time. The work itself goes on: what was committed stays committed. */
export const answerDeadline =
  (withinMs: number): RequestHandler =>
  ({ method, path }, response, next) => {
    if (method === 'PATCH' && path.startsWith(UPLOADS)) return next();
    const timer = setTimeout(() => {
      if (response.headersSent) return;
      const problem = unavailable();
      response.status(problem.status).set(problem.headers).type('application/problem+json');
      response.end(problemDocument(problem));
    }, withinMs);
    response.once('close', () => clearTimeout(timer));
    next();
  };
