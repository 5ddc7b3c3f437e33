import {
  Inject,
  Injectable,
  createParamDecorator,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Scope } from '@wuqing/access';
import { required } from '@wuqing/kernel';
import type { Request } from 'express';
import { Problem, notFound, notSignedIn } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { CONFIRMATION_MS } from '../session/session-terms.js';
import { isSameSecret, tokenHashFrom } from '../session/session-token.js';
import { API_SETTINGS, type ApiSettings } from '../settings.js';
import { bearerIn } from './bearer.js';
import { CallerReader } from './caller-reader.js';
import type { Caller } from './caller.js';
import { GRAVE, ROUTE_MARK, TOKEN_SCOPE, type RouteMark } from './marks.js';
import { TokenReader } from './token-reader.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

export type CalledRequest = Request & { caller?: Caller };

/** The one entrance: a route without a mark answers nobody; every other knows its caller before it begins. */
@Injectable()
export class EntranceGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly callers: CallerReader,
    private readonly tokens: TokenReader,
    private readonly clock: Clock,
    @Inject(API_SETTINGS) private readonly settings: Pick<ApiSettings, 'confirmationMs'>,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const mark = this.reflector.get<RouteMark | undefined>(ROUTE_MARK, context.getHandler());
    if (!mark) throw notFound();
    if (mark.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<CalledRequest>();
    const bearer = bearerIn(request.headers.authorization);
    if (bearer === undefined) {
      const caller = await this.personOf(request);
      this.requirePerson(context, mark, request, caller);
      request.caller = caller;
    } else {
      request.caller = await this.tokens.read(bearer); // before its scopes are asked: what they refuse is recorded as its own
      this.requireScope(context, request.caller);
    }
    return true;
  }

  /** A token brings no cookie that another page could lend itself; it does what its scopes name and nothing grave, ever. */
  private requireScope(context: ExecutionContext, { access }: Caller): void {
    const scope = this.reflector.get<Scope | undefined>(TOKEN_SCOPE, context.getHandler());
    if (scope !== undefined && !this.isGrave(context) && access.scopes?.includes(scope)) return;
    throw new Problem(
      403,
      'token-scope',
      '令牌不能办理',
      '该接口令牌的范围不含这项操作，请由本人登录办理，或请镇系统管理员另发令牌。',
    );
  }

  private requirePerson(context: ExecutionContext, mark: RouteMark, request: Request, caller: Caller): void {
    requireCsrfToken(request, caller);
    requireBeginning(mark, caller);
    this.requireConfirmation(context, caller);
  }

  private isGrave(context: ExecutionContext): boolean {
    return this.reflector.get<true | undefined>(GRAVE, context.getHandler()) !== undefined;
  }

  private requireConfirmation(context: ExecutionContext, { session }: Caller): void {
    if (!this.isGrave(context)) return;
    const heldMs = this.settings.confirmationMs ?? CONFIRMATION_MS;
    if (this.clock.now() - session.confirmedAt.getTime() <= heldMs) return;
    throw new Problem(
      403,
      'confirmation-required',
      '请再确认一次身份',
      '这一步办了不能撤回，请再输入一次密码或动态口令。',
    );
  }

  private async personOf(request: Request): Promise<Caller> {
    const tokenHash = tokenHashFrom(request.headers.cookie, request.secure);
    const caller = tokenHash === undefined ? undefined : await this.callers.read(tokenHash);
    if (!caller) throw notSignedIn();
    return caller;
  }
}

/** Nothing else works before a first password was changed, and a second factor that is asked for was set. */
function requireBeginning(mark: RouteMark, { session }: Caller): void {
  const own = mark.kind === 'signed-in' ? mark : undefined;
  if (session.mustChangePassword && !own?.duringPasswordChange)
    throw new Problem(
      403,
      'password-change-required',
      '请先修改密码',
      '首次登录须先修改初始密码，修改后即可办理。',
    );
  if (session.isAskedForSecondFactor && !session.hasSecondFactor && !own?.duringEnrolment)
    throw new Problem(
      403,
      'second-factor-enrolment-required',
      '请先启用动态口令',
      '镇里要求您的岗位使用动态口令，启用后即可办理。',
    );
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
