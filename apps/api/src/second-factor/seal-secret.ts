import type { PayloadKeyRing } from '@wuqing/workflow-contracts/data-converter';
import { openText, sealText } from '@wuqing/workflow-contracts/sealed-text';

/** For this account alone. */
export const sealSecret = (secret: string, accountId: string, ring: PayloadKeyRing): string =>
  sealText(secret, { use: 'second-factor', id: accountId }, ring);

/** Throws a sentence without the secret where it was not sealed for this account under a key of the ring. */
export const openSecret = (text: string, accountId: string, ring: PayloadKeyRing): string =>
  openText(text, { use: 'second-factor', id: accountId }, ring);
