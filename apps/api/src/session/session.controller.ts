import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { required } from '@wuqing/kernel';
import type { Request, Response } from 'express';
import { CallerReader } from '../access/caller-reader.js';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { OwnOnly, Public } from '../access/marks.js';
import { SECRET_BODY, Takes } from '../http/body-bounds.js';
import { Recorded } from '../security-log/recorded.js';
import { isAbout } from '../security-log/watch-answers.js';
import { ChangePasswordHandler } from './change-password.handler.js';
import { ConfirmHandler } from './confirm.handler.js';
import { ChangePasswordDto } from './dto/change-password.dto.js';
import { ConfirmDto } from './dto/confirm.dto.js';
import { MeView } from './dto/me.view.js';
import { SignInDto } from './dto/sign-in.dto.js';
import { ReadMeQuery } from './read-me.query.js';
import { clearSession, setTokens } from './session-cookies.js';
import { tokenHashOf } from './session-token.js';
import { SignInHandler } from './sign-in.handler.js';
import { SignOutHandler } from './sign-out.handler.js';
import { sourceOf } from './source.js';

@ApiTags('session')
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly signIn: SignInHandler,
    private readonly signOut: SignOutHandler,
    private readonly changePassword: ChangePasswordHandler,
    private readonly confirmation: ConfirmHandler,
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
    @Body() body: SignInDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeView> {
    const opened = await this.signIn.execute(body, sourceOf(request));
    isAbout(response, opened.accountId);
    const read = await this.callers.read(tokenHashOf(opened.token));
    const caller = required(read, 'the session that was just opened');
    setTokens(request, response, opened);
    return this.me.execute(caller);
  }

  @Post('confirmation')
  @Recorded('confirmed')
  @Takes(SECRET_BODY)
  @OwnOnly({ duringEnrolment: true })
  @HttpCode(204)
  @ApiNoContentResponse({ description: '一段时间内办重大操作不用再确认' })
  confirm(@CurrentCaller() caller: Caller, @Body() { secret }: ConfirmDto): Promise<void> {
    return this.confirmation.execute(caller, secret);
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
    clearSession(request, response);
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
    setTokens(request, response, await this.changePassword.execute(caller, sourceOf(request), body));
  }
}
