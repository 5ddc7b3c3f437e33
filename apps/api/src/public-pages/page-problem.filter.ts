import { Catch } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ProblemFilter } from '../http/problem.filter.js';
import type { Problem } from '../http/problem.js';
import { writeProblemOfPage } from '../http/write-problem.js';

/** Refusals of pages are pages: a villager is told in words and shown the way back. A program that asks for data gets data. */
@Catch()
export class PageProblemFilter extends ProblemFilter {
  protected override write(request: Request, response: Response, problem: Problem): void {
    writeProblemOfPage(request, response, problem);
  }
}
