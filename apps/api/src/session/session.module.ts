import { Module } from '@nestjs/common';
import { ChangePasswordHandler } from './change-password.handler.js';
import { ConfirmHandler } from './confirm.handler.js';
import { SecondStep } from '../second-factor/second-step.js';
import { ReadMeQuery } from './read-me.query.js';
import { SecretLimiter } from './secret-limiter.js';
import { DemoAccountsController } from './demo-accounts.controller.js';
import { EndSessionsHandler } from './end-sessions.handler.js';
import { ListSessionsQuery } from './list-sessions.query.js';
import { SessionController } from './session.controller.js';
import { SessionsController } from './sessions.controller.js';
import { SignInHandler } from './sign-in.handler.js';
import { SignOutHandler } from './sign-out.handler.js';

@Module({
  controllers: [SessionController, SessionsController, DemoAccountsController],
  providers: [
    SignInHandler,
    SignOutHandler,
    ChangePasswordHandler,
    ReadMeQuery,
    SecretLimiter,
    ListSessionsQuery,
    EndSessionsHandler,
    ConfirmHandler,
    SecondStep,
  ],
  exports: [SecretLimiter, SecondStep],
})
export class SessionModule {}
