import type { PayloadKeyRing } from '@wuqing/workflow-contracts/data-converter';
import { openText, sealText } from '@wuqing/workflow-contracts/sealed-text';

/** For this person alone. */
export const sealAddress = (address: string, personId: string, ring: PayloadKeyRing): string =>
  sealText(address, { use: 'contact-address', id: personId }, ring);

/** Throws a sentence without the address where it was not sealed for this person under a key of the ring. */
export const openAddress = (text: string, personId: string, ring: PayloadKeyRing): string =>
  openText(text, { use: 'contact-address', id: personId }, ring);
