import { openText, sealText, type SealKeyRing, type SealedFor } from '@wuqing/notifications';

const sealOf = (accountId: string): SealedFor => ({ label: 'wuqing second factor', id: accountId });

/** As `sealText`, for this account alone. */
export const sealSecret = (secret: string, accountId: string, ring: SealKeyRing): string =>
  sealText(secret, sealOf(accountId), ring);

/** Throws a sentence without the secret where it was not sealed for this account under a key of the ring. */
export const openSecret = (text: string, accountId: string, ring: SealKeyRing): string =>
  openText(text, sealOf(accountId), ring);
