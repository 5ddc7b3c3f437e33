import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, timeout, throwError, type Observable } from 'rxjs';
import { unavailable } from './problem.js';

/** An answer whose status is known only when it is there. */
export class Reply {
  constructor(
    readonly status: number,
    readonly body: unknown,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}

/** No caller waits longer for an answer; the work itself has shorter limits of its own. */
const PATIENCE_MS = 18_000;

@Injectable()
export class ReplyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      timeout({ each: PATIENCE_MS, with: () => throwError(unavailable) }),
      map((value: unknown) => {
        if (!(value instanceof Reply)) return value;
        response.status(value.status).set(value.headers);
        return value.body;
      }),
    );
  }
}
