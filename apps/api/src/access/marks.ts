import { SetMetadata } from '@nestjs/common';
import type { Action as AccessAction, Scope } from '@wuqing/access';

/** What a route says about who may call it; a route that says nothing answers nobody. */
export type RouteMark =
  | { readonly kind: 'public' }
  | {
      readonly kind: 'signed-in';
      /** Also before a first password was changed. */
      readonly duringPasswordChange: boolean;
      /** Also before a second factor that is asked for was set. */
      readonly duringEnrolment: boolean;
    }
  | { readonly kind: 'action'; readonly action: AccessAction };

export const ROUTE_MARK = 'wuqing:route-mark';

const mark = (value: RouteMark): MethodDecorator => SetMetadata(ROUTE_MARK, value);

/** Anyone, without an account. */
export const Public = (): MethodDecorator => mark({ kind: 'public' });

/** Whoever is signed in, about nothing but their own session, password and commands. */
export const OwnOnly = ({
  duringPasswordChange = false,
  duringEnrolment = duringPasswordChange,
}: {
  duringPasswordChange?: boolean;
  duringEnrolment?: boolean;
} = {}): MethodDecorator => mark({ kind: 'signed-in', duringPasswordChange, duringEnrolment });

/** Whoever `access` allows; the handler must ask it, or the answer is withheld. */
export const Action = (action: AccessAction): MethodDecorator => mark({ kind: 'action', action });

export const GRAVE = 'wuqing:grave';

/** What cannot be taken back: whoever asks has just said who he is. */
export const Grave = (): MethodDecorator => SetMetadata(GRAVE, true);

export const TOKEN_SCOPE = 'wuqing:token-scope';

/** Other systems reach it by a token of that scope; what does not say so is reached by no token. */
export const ForTokens = (scope: Scope): MethodDecorator => SetMetadata(TOKEN_SCOPE, scope);
