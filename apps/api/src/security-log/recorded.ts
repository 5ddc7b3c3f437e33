import { SetMetadata } from '@nestjs/common';

/** What is recorded when an operation that says so has succeeded. */
export type RecordedKind =
  | 'signed-in'
  | 'signed-out'
  | 'sessions-ended'
  | 'password-changed'
  | 'confirmed'
  | 'second-factor-set'
  | 'second-factor-removed'
  | 'second-factor-roles-set'
  | 'account-created'
  | 'account-closed'
  | 'account-reopened'
  | 'invited'
  | 'invitation-redeemed'
  | 'token-created'
  | 'token-revoked'
  | 'channels-changed'
  | 'person-kept'
  | 'position-given'
  | 'position-ended'
  | 'substitute-named'
  | 'substitute-ended'
  | 'kin-declared';

export const RECORDED = 'wuqing:recorded';

export const Recorded = (kind: RecordedKind): MethodDecorator => SetMetadata(RECORDED, kind);
