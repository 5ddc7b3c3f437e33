import { Module } from '@nestjs/common';
import { ChangePasswordHandler } from './change-password.handler.js';
import { ReadMeQuery } from './read-me.query.js';
import { SecretLimiter } from './secret-limiter.js';
import { DemoAccountsController } from './demo-accounts.controller.js';
import { SessionController } from './session.controller.js';
import { SignInHandler } from './sign-in.handler.js';
import { SignOutHandler } from './sign-out.handler.js';

@Module({
  controllers: [SessionController, DemoAccountsController],
  providers: [SignInHandler, SignOutHandler, ChangePasswordHandler, ReadMeQuery, SecretLimiter],
  exports: [SecretLimiter],
})
export class SessionModule {}
