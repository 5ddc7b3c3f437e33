import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { tap, type Observable } from 'rxjs';
import { RECORDED, type RecordedKind } from './recorded.js';

/** Says what has succeeded, where the operation says that it is to be recorded. */
@Injectable()
export class RecordingInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const kind = this.reflector.get<RecordedKind | undefined>(RECORDED, context.getHandler());
    if (kind === undefined) return next.handle();
    const { locals } = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(tap(() => (locals['recorded'] = kind)));
  }
}
