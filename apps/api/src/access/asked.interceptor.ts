import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { assert } from '@wuqing/kernel';
import { tap, type Observable } from 'rxjs';
import type { CalledRequest } from './entrance.guard.js';
import { ROUTE_MARK, type RouteMark } from './marks.js';

/** Withholds an answer for which nobody asked `access`: a forgotten check is a bug, never an open door. */
@Injectable()
export class AskedInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const mark = this.reflector.get<RouteMark>(ROUTE_MARK, context.getHandler());
    if (mark.kind !== 'action') return next.handle();
    const { caller } = context.switchToHttp().getRequest<CalledRequest>();
    return next
      .handle()
      .pipe(
        tap(() =>
          assert(caller?.wasAllowed, `Expected the handler to ask access before it answers ${mark.action}`),
        ),
      );
  }
}
