import { Body, Controller, Delete, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action, Grave, Public } from '../access/marks.js';
import { SECRET_BODY, Takes } from '../http/body-bounds.js';
import { UuidParam } from '../http/validated.js';
import { setDevice } from '../session/session-cookies.js';
import { sourceOf } from '../session/source.js';
import { Recorded } from '../security-log/recorded.js';
import { isAbout } from '../security-log/watch-answers.js';
import { AccountFilterDto, AccountPageView, InvitationView, RedeemInvitationDto } from './dto/account.dto.js';
import { ClearSecondFactorHandler } from './clear-second-factor.handler.js';
import { EndAccountSessionsHandler } from './end-account-sessions.handler.js';
import { InviteAccountHandler } from './invite-account.handler.js';
import { ListAccountsQuery } from './list-accounts.query.js';
import { RedeemInvitationHandler } from './redeem-invitation.handler.js';

@ApiTags('accounts')
@Controller('api')
export class AccountsController {
  constructor(
    private readonly accounts: ListAccountsQuery,
    private readonly inviteAccount: InviteAccountHandler,
    private readonly endSessions: EndAccountSessionsHandler,
    private readonly clearSecondFactor: ClearSecondFactorHandler,
    private readonly redeemInvitation: RedeemInvitationHandler,
  ) {}

  @Get('accounts')
  @Action('account.invite')
  @ApiOkResponse({ type: AccountPageView })
  list(@CurrentCaller() caller: Caller, @Query() filter: AccountFilterDto): Promise<AccountPageView> {
    return this.accounts.execute(caller, filter);
  }

  @Post('accounts/:id/invitation')
  @Recorded('invited')
  @Action('account.invite')
  @HttpCode(200)
  @ApiOkResponse({ type: InvitationView, description: '该账号的密码和登录同时失效' })
  async invite(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<InvitationView> {
    const invitation = await this.inviteAccount.execute(caller, id);
    isAbout(response, id);
    return invitation;
  }

  @Delete('accounts/:id/sessions')
  @Recorded('sessions-ended')
  @Action('account.invite')
  @HttpCode(204)
  @ApiNoContentResponse({ description: '该账号的全部登录已退出，密码不变' })
  async signOut(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.endSessions.execute(caller, id);
    isAbout(response, id);
  }

  @Delete('accounts/:id/second-factor')
  @Recorded('second-factor-removed')
  @Grave()
  @Action('account.invite')
  @HttpCode(204)
  @ApiNoContentResponse({ description: '该账号的动态口令、恢复码和全部登录已作废，须重新绑定' })
  async forgetSecondFactor(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.clearSecondFactor.execute(caller, id);
    isAbout(response, id);
  }

  @Post('invitations/redemption')
  @Recorded('invitation-redeemed')
  @Public()
  @Takes(SECRET_BODY)
  @HttpCode(204)
  @ApiNoContentResponse({ description: '密码已设，可以登录' })
  async redeem(
    @Body() body: RedeemInvitationDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const { accountId, device } = await this.redeemInvitation.execute(body, sourceOf(request));
    isAbout(response, accountId);
    setDevice(request, response, device);
  }
}
