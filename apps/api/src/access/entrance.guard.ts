import { Injectable, createParamDecorator, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { required } from '@wuqing/kernel';
import type { Request } from 'express';
import { Problem, notFound, notSignedIn } from '../http/problem.js';
import { isSameSecret, tokenHashFrom } from '../session/session-token.js';
import { CallerReader } from './caller-reader.js';
import type { Caller } from './caller.js';
import { ROUTE_MARK, type RouteMark } from './marks.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

export type CalledRequest = Request & { caller?: Caller };

/** The one entrance: a route without a mark answers nobody; every other knows its caller before it begins. */
@Injectable()
export class EntranceGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly callers: CallerReader,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const mark = this.reflector.get<RouteMark | undefined>(ROUTE_MARK, context.getHandler());
    if (!mark) throw notFound();
    if (mark.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<CalledRequest>();
    const caller = await this.callerOf(request);
    requireCsrfToken(request, caller);
    if (caller.session.mustChangePassword && !(mark.kind === 'signed-in' && mark.duringPasswordChange)) {
      throw new Problem(
        403,
        'password-change-required',
        '请先修改密码',
        '首次登录须先修改初始密码，修改后即可办理。',
      );
    }
    request.caller = caller;
    return true;
  }

  private async callerOf(request: Request): Promise<Caller> {
    const tokenHash = tokenHashFrom(request.headers.cookie, request.secure);
    const caller = tokenHash === undefined ? undefined : await this.callers.read(tokenHash);
    if (!caller) throw notSignedIn();
    return caller;
  }
}

function requireCsrfToken({ method, headers }: Request, { session }: Caller): void {
  if (SAFE_METHODS.has(method)) return;
  const sent = headers['x-csrf-token'];
  if (typeof sent === 'string' && isSameSecret(sent, session.csrfToken)) return;
  throw new Problem(403, 'csrf', '页面已失效', '页面停留过久或来源不明，请刷新页面后再提交。');
}

/** The caller of a route that is not public. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller =>
  required(context.switchToHttp().getRequest<CalledRequest>().caller, 'a caller on a marked route'),
);
