import { Module } from '@nestjs/common';
import { SessionModule } from '../session/session.module.js';
import { AccountsController } from './accounts.controller.js';
import { ClearSecondFactorHandler } from './clear-second-factor.handler.js';
import { EndAccountSessionsHandler } from './end-account-sessions.handler.js';
import { InviteAccountHandler } from './invite-account.handler.js';
import { ListAccountsQuery } from './list-accounts.query.js';
import { RedeemInvitationHandler } from './redeem-invitation.handler.js';

@Module({
  imports: [SessionModule],
  controllers: [AccountsController],
  providers: [
    ClearSecondFactorHandler,
    EndAccountSessionsHandler,
    InviteAccountHandler,
    ListAccountsQuery,
    RedeemInvitationHandler,
  ],
})
export class AccountsModule {}
