import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { UuidParam } from '../http/validated.js';
import { Recorded } from '../security-log/recorded.js';
import { isAbout } from '../security-log/watch-answers.js';
import { CloseAccountHandler } from './close-account.handler.js';
import { CreateAccountHandler } from './create-account.handler.js';
import { AccountView, CandidateFilterDto, CandidateListView, CreateAccountDto } from './dto/account.dto.js';
import { ListCandidatesQuery } from './list-candidates.query.js';

/** Accounts are made, closed and opened again. */
@ApiTags('accounts')
@Controller('api')
export class AccountDoorsController {
  constructor(
    private readonly candidates: ListCandidatesQuery,
    private readonly createAccount: CreateAccountHandler,
    private readonly closeAccount: CloseAccountHandler,
  ) {}

  @Get('account-candidates')
  @Action('account.invite')
  @ApiOkResponse({ type: CandidateListView })
  listCandidates(
    @CurrentCaller() caller: Caller,
    @Query() filter: CandidateFilterDto,
  ): Promise<CandidateListView> {
    return this.candidates.execute(caller, filter);
  }

  @Post('accounts')
  @Recorded('account-created')
  @Action('account.invite')
  @HttpCode(200)
  @ApiOkResponse({ type: AccountView, description: '尚不能登录：还要发邀请码' })
  async create(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateAccountDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AccountView> {
    const account = await this.createAccount.execute(caller, body);
    isAbout(response, account.id);
    return account;
  }

  @Post('accounts/:id/closure')
  @Recorded('account-closed')
  @Action('account.invite')
  @HttpCode(204)
  @ApiNoContentResponse({ description: '密码、邀请码和全部登录已作废' })
  async close(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.closeAccount.close(caller, id);
    isAbout(response, id);
  }

  @Post('accounts/:id/reopening')
  @Recorded('account-reopened')
  @Action('account.invite')
  @HttpCode(204)
  @ApiNoContentResponse({ description: '可以再发邀请码' })
  async reopen(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.closeAccount.reopen(caller, id);
    isAbout(response, id);
  }
}
