import type { Request, Response } from 'express';
import { problemPage } from '../public-pages/pages/problem.page.js';
import { problemDocument, type Problem } from './problem.js';

/** Text, one style sheet and pictures of our own: no script, no frame, nothing from elsewhere, no style in the text. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join(';');

/** Under which a failure stands in the log: short enough to be read out on the telephone. */
export const REPORT_NUMBER = 'x-report-number';

/** A browser that goes somewhere asks for a page by name; pages and programs that ask for data never do. */
const isOpenedByHand = ({ headers }: Request): boolean => /\btext\/html\b/i.test(headers.accept ?? '');

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

export function writeProblemPage(
  request: Request,
  response: Response,
  problem: Problem,
  written?: () => void,
): void {
  const number = response.getHeader(REPORT_NUMBER);
  const page = problemPage(problem, {
    path: request.path,
    number: typeof number === 'string' ? number : undefined,
  });
  writePage(response, page, written);
}

export function writePage(response: Response, page: string, written?: () => void): void {
  response.set('content-security-policy', PAGE_POLICY).set('cache-control', 'no-store');
  response.type('text/html; charset=utf-8').end(page, written);
}
