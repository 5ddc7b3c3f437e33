import { Module } from '@nestjs/common';
import { AccessTokensController } from './access-tokens.controller.js';
import { CreateAccessTokenHandler } from './create-access-token.handler.js';
import { ListAccessTokensQuery } from './list-access-tokens.query.js';
import { RevokeAccessTokenHandler } from './revoke-access-token.handler.js';

@Module({
  controllers: [AccessTokensController],
  providers: [CreateAccessTokenHandler, ListAccessTokensQuery, RevokeAccessTokenHandler],
})
export class AccessTokensModule {}
