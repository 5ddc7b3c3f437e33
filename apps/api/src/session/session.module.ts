import { Module } from '@nestjs/common';
import { AttemptLimiter } from './attempt-limiter.js';
import { ChangePasswordHandler } from './change-password.handler.js';
import { ReadMeQuery } from './read-me.query.js';
import { LOCKED_MS, PASSWORD_ATTEMPTS_MAX } from './session-terms.js';
import { SessionController } from './session.controller.js';
import { SIGN_IN_LIMITS, SignInHandler, type SignInLimits } from './sign-in.handler.js';
import { SignOutHandler } from './sign-out.handler.js';

/** A township office behind one address signs in well below this. */
const BY_ADDRESS = { attemptsMax: 120, windowMs: 60_000 };
const BY_LOGIN = { attemptsMax: PASSWORD_ATTEMPTS_MAX, windowMs: LOCKED_MS };

const limits = (): SignInLimits => ({
  byAddress: new AttemptLimiter(BY_ADDRESS),
  byLogin: new AttemptLimiter(BY_LOGIN),
});

@Module({
  controllers: [SessionController],
  providers: [
    SignInHandler,
    SignOutHandler,
    ChangePasswordHandler,
    ReadMeQuery,
    { provide: SIGN_IN_LIMITS, useFactory: limits },
  ],
})
export class SessionModule {}
