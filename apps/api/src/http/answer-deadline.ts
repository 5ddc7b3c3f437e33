import type { RequestHandler } from 'express';
import { isPublicForm } from '../public-pages/objections/form-again.js';
import { tooSlow, unavailable } from './problem.js';
import { writeProblem } from './write-problem.js';

/** No caller waits longer for an answer; databases and Temporal have shorter limits of their own. */
export const ANSWER_WITHIN_MS = 18_000;

/** Whoever sends a file sends as slowly as he must: what has come stays, and he goes on from there. */
const UPLOADS = '/api/uploads/';
/** So long one may take to send a villager's form, in ms; photos of 9 MB by a line of one Mbit/s. */
export const FORM_WITHIN_MS = 120_000;

/** Says 503 where nothing was said in time. The work itself goes on: what was committed stays committed. */
export const answerDeadline =
  (withinMs: number, formWithinMs: number): RequestHandler =>
  (request, response, next) => {
    const { method, path } = request;
    if (method === 'PATCH' && path.startsWith(UPLOADS)) return next();
    const timer = setTimeout(
      () => {
        if (response.headersSent) return;
        const problem = isPublicForm(request) && !request.complete ? tooSlow() : unavailable();
        response.status(problem.status).set(problem.headers);
        // Whoever still reads what is being sent hears of the end by the cut: Node tells nobody after an answer.
        writeProblem(request, response, problem, () => request.complete || request.destroy());
      },
      isPublicForm(request) ? formWithinMs : withinMs,
    );
    response.once('close', () => clearTimeout(timer));
    next();
  };
