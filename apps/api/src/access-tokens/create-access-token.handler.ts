import { Inject, Injectable } from '@nestjs/common';
import { required } from '@wuqing/kernel';
import { UnitOfWork, findAccessToken, insertAccessToken } from '@wuqing/persistence';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../access/caller.js';
import { newToken, tokenMacOf } from '../access/token-secret.js';
import { conflict } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { API_SETTINGS, type ApiSettings } from '../settings.js';
import { accessTokenViewOf } from './access-token-view-of.js';
import type { CreateAccessTokenDto, NewAccessTokenView } from './dto/access-token.dto.js';

const DAY_MS = 86_400_000;

/** A token for another system. It is shown in this one answer; the same asked again is a 409, and no second token. */
@Injectable()
export class CreateAccessTokenHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(API_SETTINGS) private readonly settings: Pick<ApiSettings, 'identityKeys'>,
  ) {}

  async execute(
    caller: Caller,
    { name, unitId, scopes, validDays }: CreateAccessTokenDto,
  ): Promise<NewAccessTokenView> {
    caller.require('account.invite', { unitId });
    const now = this.clock.now();
    const { text, prefix } = newToken();
    const secretHash = tokenMacOf(text, this.settings.identityKeys.search);
    const id = uuidv7();
    const lives = {
      createdBy: caller.session.accountId,
      createdAt: now,
      expiresAt: now + validDays * DAY_MS,
    };
    const row = await this.unitOfWork.run(caller.actor, async (work) => {
      if (!(await insertAccessToken(work, { id, name, prefix, secretHash, unitId, scopes, ...lives })))
        throw conflict('已有同名的令牌；请先吊销那一个，或换一个名称。');
      return required(await findAccessToken(work, id), 'the token that was just made');
    });
    return { ...accessTokenViewOf(row, now), token: text };
  }
}
