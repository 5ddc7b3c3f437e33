import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { required } from '@wuqing/kernel';
import type { CookieOptions, Request, Response } from 'express';
import { CallerReader } from '../access/caller-reader.js';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { OwnOnly, Public } from '../access/marks.js';
import { SECRET_BODY, Takes } from '../http/body-bounds.js';
import { Recorded } from '../security-log/recorded.js';
import { isAbout } from '../security-log/watch-answers.js';
import { ChangePasswordHandler } from './change-password.handler.js';
import { ChangePasswordDto } from './dto/change-password.dto.js';
import { MeView } from './dto/me.view.js';
import { SignInDto } from './dto/sign-in.dto.js';
import { ReadMeQuery } from './read-me.query.js';
import { SESSION_MS } from './session-terms.js';
import { cookieName, tokenHashOf } from './session-token.js';
import { SignInHandler } from './sign-in.handler.js';
import { SignOutHandler } from './sign-out.handler.js';

const cookieOf = (request: Request): CookieOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  secure: request.secure,
  path: '/',
  maxAge: SESSION_MS,
});

const setToken = (request: Request, response: Response, token: string): void =>
  void response.cookie(cookieName(request.secure), token, cookieOf(request));

@ApiTags('session')
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly signIn: SignInHandler,
    private readonly signOut: SignOutHandler,
    private readonly changePassword: ChangePasswordHandler,
    private readonly me: ReadMeQuery,
    private readonly callers: CallerReader,
  ) {}

  @Post()
  @Recorded('signed-in')
  @Takes(SECRET_BODY)
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: MeView })
  async open(
    @Body() { login, password }: SignInDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeView> {
    const { token, accountId } = await this.signIn.execute(login, password, request.ip);
    isAbout(response, accountId);
    const caller = required(await this.callers.read(tokenHashOf(token)), 'the session that was just opened');
    setToken(request, response, token);
    return this.me.execute(caller);
  }

  @Get()
  @OwnOnly({ duringPasswordChange: true })
  @ApiOkResponse({ type: MeView })
  read(@CurrentCaller() caller: Caller): Promise<MeView> {
    return this.me.execute(caller);
  }

  @Delete()
  @Recorded('signed-out')
  @OwnOnly({ duringPasswordChange: true })
  @HttpCode(204)
  @ApiNoContentResponse()
  async close(
    @CurrentCaller() caller: Caller,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.signOut.execute(caller);
    response.clearCookie(cookieName(request.secure), { ...cookieOf(request), maxAge: undefined });
  }

  @Put('password')
  @Recorded('password-changed')
  @Takes(SECRET_BODY)
  @OwnOnly({ duringPasswordChange: true })
  @HttpCode(204)
  @ApiNoContentResponse({ description: '本人的其他登录已退出，本次登录换了新的 Cookie 和 csrfToken' })
  async change(
    @CurrentCaller() caller: Caller,
    @Body() body: ChangePasswordDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const { token } = await this.changePassword.execute(caller, request.ip, body);
    setToken(request, response, token);
  }
}
