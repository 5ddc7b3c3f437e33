import { randomBytes } from 'node:crypto';
import {
  Catch,
  HttpException,
  Inject,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { API_SETTINGS, type ApiSettings } from '../settings.js';
import { WITH_BODY } from './body-bounds.js';
import { EVEN_STEP_MS, evenWaitMs } from './even-time.js';
import { knownMethods } from './known-methods.js';
import { sqlStateOf } from '@wuqing/persistence';
import { problemOf } from './problem-of.js';
import { noSuchAddress, wrongMethod, type Problem } from './problem.js';
import { tookMs } from './request-begin.js';
import { REPORT_NUMBER, writeProblem } from './write-problem.js';

const NUMBER_BYTES = 3;

/** Every refusal and every failure leaves the house as application/problem+json, or as a page where somebody opened the address. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  constructor(@Inject(API_SETTINGS) protected readonly settings: Pick<ApiSettings, 'evenStepMs'>) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    if (response.writableEnded) return; // the deadline has answered already
    const problem = isUnrouted(error) ? unrouted(request) : problemOf(error, WITH_BODY.has(request.method));
    if (problem.status >= 500) this.report(error, problem, request, response);
    if (problem.status === 401) response.locals['refused'] = problem.kind;
    if (problem.accountId !== undefined) response.locals['accountId'] = problem.accountId;
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const waitMs = evenWaitMs(problem.kind, tookMs(response), this.settings.evenStepMs ?? EVEN_STEP_MS);
    if (waitMs > 0) setTimeout(() => this.answer(request, response, problem), waitMs);
    else this.answer(request, response, problem);
  }

  private answer(request: Request, response: Response, problem: Problem): void {
    if (response.headersSent || response.destroyed) return;
    response.status(problem.status).set(problem.headers);
    this.write(request, response, problem);
  }

  /** What the refusal looks like. */
  protected write(request: Request, response: Response, problem: Problem): void {
    writeProblem(request, response, problem);
  }

  /** Names the fault and where it happened, never what anyone sent; the number in the answer is the one that a person can tell. */
  private report(error: unknown, problem: Problem, request: Request, response: Response): void {
    const number = randomBytes(NUMBER_BYTES).toString('hex').toUpperCase();
    if (!response.headersSent) response.setHeader(REPORT_NUMBER, number);
    const route = (request.route as { path?: string } | undefined)?.path ?? '-';
    const { name, stack } =
      error instanceof Error ? error : new Error('something that is no error was thrown');
    const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
    const particulars = problem.kind === 'bug' ? frames.slice(0, 8).join('\n') : '';
    this.logger.error(
      `${number} ${problem.status} ${request.method} ${route} ${name} ${sqlStateOf(error) ?? ''}\n${particulars}`.trim(),
    );
  }
}

/** Nest's own word for an address or a method that no route has; a handler says what it did not find by a `Problem`. */
const isUnrouted = (error: unknown): boolean => error instanceof HttpException && error.getStatus() === 404;

function unrouted(request: Request): Problem {
  const methods = knownMethods(request);
  return methods.length > 0 ? wrongMethod(methods) : noSuchAddress();
}
