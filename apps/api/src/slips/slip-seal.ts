import type { PayloadKeyRing } from '@wuqing/workflow-contracts/data-converter';
import { openText, sealText } from '@wuqing/workflow-contracts/sealed-text';

/** What a slip hands over, sealed for this slip under a key that the database does not have. */
export const sealContent = (content: string, slipId: string, ring: PayloadKeyRing): string =>
  sealText(content, { use: 'slip', id: slipId }, ring);

/** Throws a sentence without the content where it is not this slip's, or its key is gone. */
export const openContent = (sealed: string, slipId: string, ring: PayloadKeyRing): string =>
  openText(sealed, { use: 'slip', id: slipId }, ring);
