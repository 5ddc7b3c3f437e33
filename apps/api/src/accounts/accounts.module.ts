import { Module } from '@nestjs/common';
import { SessionModule } from '../session/session.module.js';
import { AccountsController } from './accounts.controller.js';
import { AccountDoorsController } from './account-doors.controller.js';
import { CloseAccountHandler } from './close-account.handler.js';
import { CreateAccountHandler } from './create-account.handler.js';
import { ListCandidatesQuery } from './list-candidates.query.js';
import { ClearSecondFactorHandler } from './clear-second-factor.handler.js';
import { EndAccountSessionsHandler } from './end-account-sessions.handler.js';
import { InviteAccountHandler } from './invite-account.handler.js';
import { ListAccountsQuery } from './list-accounts.query.js';
import { RedeemInvitationHandler } from './redeem-invitation.handler.js';

@Module({
  imports: [SessionModule],
  controllers: [AccountsController, AccountDoorsController],
  providers: [
    CloseAccountHandler,
    CreateAccountHandler,
    ListCandidatesQuery,
    ClearSecondFactorHandler,
    EndAccountSessionsHandler,
    InviteAccountHandler,
    ListAccountsQuery,
    RedeemInvitationHandler,
  ],
})
export class AccountsModule {}
