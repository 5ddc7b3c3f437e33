import { openText, sealText, type SealKeyRing, type SealedFor } from '@wuqing/notifications';

const sealOf = (slipId: string): SealedFor => ({ label: 'wuqing slip', id: slipId });

/** What a slip hands over, sealed for this slip under a key that the database does not have. */
export const sealContent = (content: string, slipId: string, ring: SealKeyRing): string =>
  sealText(content, sealOf(slipId), ring);

/** Throws a sentence without the content where it is not this slip's, or its key is gone. */
export const openContent = (sealed: string, slipId: string, ring: SealKeyRing): string =>
  openText(sealed, sealOf(slipId), ring);
