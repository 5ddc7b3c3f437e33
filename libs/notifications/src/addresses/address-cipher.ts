import { openText, sealText, type SealKeyRing, type SealedFor } from './sealed-text.js';

/** AES-256 keys by id; `current` seals, every key opens. */
export type AddressKeyRing = SealKeyRing;

const addressOf = (personId: string): SealedFor => ({ label: 'wuqing contact address', id: personId });

/** As `sealText`, for this person alone. */
export const sealAddress = (address: string, personId: string, ring: AddressKeyRing): string =>
  sealText(address, addressOf(personId), ring);

/** Throws a sentence without the address where it was not sealed for this person under a key of the ring. */
export const openAddress = (text: string, personId: string, ring: AddressKeyRing): string =>
  openText(text, addressOf(personId), ring);
