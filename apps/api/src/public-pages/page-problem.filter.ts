import { Catch } from '@nestjs/common';
import type { Response } from 'express';
import { ProblemFilter } from '../http/problem.filter.js';
import type { Problem } from '../http/problem.js';
import { problemPage } from './pages/problem.page.js';
import { PAGE_POLICY } from './public-page.js';

/** Refusals of pages are pages: a villager is told in words and shown the way back. */
@Catch()
export class PageProblemFilter extends ProblemFilter {
  protected override write(response: Response, problem: Problem): void {
    response.set('content-security-policy', PAGE_POLICY);
    response.type('text/html; charset=utf-8').end(problemPage(problem));
  }
}
