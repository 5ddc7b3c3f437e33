import { Body, Controller, Delete, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action, Grave } from '../access/marks.js';
import { PageDto } from '../http/page.js';
import { UuidParam } from '../http/validated.js';
import { Recorded } from '../security-log/recorded.js';
import { isAbout } from '../security-log/watch-answers.js';
import { CreateAccessTokenHandler } from './create-access-token.handler.js';
import { AccessTokenPageView, CreateAccessTokenDto, NewAccessTokenView } from './dto/access-token.dto.js';
import { ListAccessTokensQuery } from './list-access-tokens.query.js';
import { RevokeAccessTokenHandler } from './revoke-access-token.handler.js';

/** By what other systems come in. */
@ApiTags('access-tokens')
@Controller('api/access-tokens')
export class AccessTokensController {
  constructor(
    private readonly tokens: ListAccessTokensQuery,
    private readonly createToken: CreateAccessTokenHandler,
    private readonly revokeToken: RevokeAccessTokenHandler,
  ) {}

  @Get()
  @Action('account.invite')
  @ApiOkResponse({ type: AccessTokenPageView })
  list(@CurrentCaller() caller: Caller, @Query() page: PageDto): Promise<AccessTokenPageView> {
    return this.tokens.execute(caller, page);
  }

  @Post()
  @Recorded('token-created')
  @Grave()
  @Action('account.invite')
  @HttpCode(200)
  @ApiOkResponse({ type: NewAccessTokenView, description: '令牌只在这一次回答里' })
  async create(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateAccessTokenDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<NewAccessTokenView> {
    const token = await this.createToken.execute(caller, body);
    isAbout(response, token.id);
    return token;
  }

  @Delete(':id')
  @Recorded('token-revoked')
  @Action('account.invite')
  @HttpCode(204)
  @ApiNoContentResponse({ description: '令牌从下一个请求起失效' })
  async revoke(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.revokeToken.execute(caller, id);
    isAbout(response, id);
  }
}
