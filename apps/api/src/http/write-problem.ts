import type { Request, Response } from 'express';
import { problemPage } from '../public-pages/pages/problem.page.js';
import { isToSendAgain, writeFormAgain } from '../public-pages/objections/form-again.js';
import { problemDocument, type Problem } from './problem.js';
import { writePage } from './write-page.js';

/** Under which a failure stands in the log: short enough to be read out on the telephone. */
export const REPORT_NUMBER = 'x-report-number';

/** A browser that goes somewhere asks for a page by name; pages and programs that ask for data never do. */
const isOpenedByHand = ({ headers }: Request): boolean => /\btext\/html\b/i.test(headers.accept ?? '');
/** A program that names what it reads. */
const isAskedForData = ({ headers }: Request): boolean => /\bjson\b/i.test(headers.accept ?? '');

/** A refusal as whoever asked reads it: a page where somebody opened the address, else the document of RFC 9457. */
export function writeProblem(
  request: Request,
  response: Response,
  problem: Problem,
  written?: () => void,
): void {
  response.vary('accept');
  if (isOpenedByHand(request)) return writeProblemPage(request, response, problem, written);
  response.type('application/problem+json').end(problemDocument(problem), written);
}

/** The same where the address is one of a page: whoever says nothing reads a page. */
export function writeProblemOfPage(request: Request, response: Response, problem: Problem): void {
  if (isAskedForData(request)) return writeProblem(request, response, problem);
  response.vary('accept');
  writeProblemPage(request, response, problem);
}

function writeProblemPage(
  request: Request,
  response: Response,
  problem: Problem,
  written?: () => void,
): void {
  if (isToSendAgain(request, problem)) return writeFormAgain(request, response, problem, written);
  const number = response.getHeader(REPORT_NUMBER);
  const page = problemPage(problem, {
    path: request.path,
    number: typeof number === 'string' ? number : undefined,
  });
  writePage(response, page, written);
}
