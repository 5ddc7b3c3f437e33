import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { sqlStateOf } from './database-away.js';
import { problemOf } from './problem-of.js';
import { problemDocument, type Problem } from './problem.js';

/** Every refusal and every failure leaves the house as application/problem+json. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    if (response.writableEnded) return; // the deadline has answered already
    const problem = problemOf(error);
    if (problem.status >= 500) this.report(error, problem, request);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.status(problem.status).set(problem.headers).type('application/problem+json');
    response.end(problemDocument(problem));
  }

  /** Names the fault and where it happened, never what anyone sent. */
  private report(error: unknown, problem: Problem, request: Request): void {
    const route = (request.route as { path?: string } | undefined)?.path ?? '-';
    const { name, stack } =
      error instanceof Error ? error : new Error('something that is no error was thrown');
    const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
    const particulars = problem.kind === 'bug' ? frames.slice(0, 8).join('\n') : '';
    this.logger.error(
      `${problem.status} ${request.method} ${route} ${name} ${sqlStateOf(error) ?? ''}\n${particulars}`.trim(),
    );
  }
}
