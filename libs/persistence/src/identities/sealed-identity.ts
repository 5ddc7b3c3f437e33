import { createHmac } from 'node:crypto';
import { openBytes, sealBytes } from './authenticated-text.js';

/** Where a person's text stands: in which case, in which field of a form. */
export interface IdentityPlace {
  readonly caseId: string;
  readonly field: string;
}

const MARK = 'wqid1.';
const SEALED = /^wqid1\.([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.([\w-]+)$/;

const placeText = ({ caseId, field }: IdentityPlace, subjectId: string): string =>
  `${caseId}/${field}/${subjectId}`;

/** `wqid1.<id of the person's key>.<sealed>`: it opens in this place alone. */
export const sealIdentity = (
  text: string,
  place: IdentityPlace,
  subjectId: string,
  key: Uint8Array,
): string => `${MARK}${subjectId}.${sealBytes(Buffer.from(text), placeText(place, subjectId), key)}`;

/** Whose key opens it; undefined for what is not sealed. */
export const subjectOf = (text: string): string | undefined => SEALED.exec(text)?.[1];

/** Undefined where it was sealed for another place, or under another key. */
export function openIdentity(sealed: string, place: IdentityPlace, key: Uint8Array): string | undefined {
  const [, subjectId = '', bytes = ''] = SEALED.exec(sealed) ?? [];
  return openBytes(bytes, placeText(place, subjectId), key)?.toString('utf8');
}

/** Everybody whose text is sealed somewhere in a value, each once. */
export function subjectsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith(MARK) ? [subjectOf(value) ?? []].flat() : [];
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.values(value).flatMap(subjectsIn))];
}

/** As people write the same: width, spaces, hyphens, middle dots and case aside. */
const normalized = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\-·•‧・._()]/gu, '')
    .toLowerCase();

/** From base64; throws a sentence where it is not 32 bytes. */
export function searchKeyFrom(text: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32)
    throw new Error(`Expected 32 bytes, base64, for the search of identities, found ${key.length}`);
  return key;
}

/** By what a text is found again without being opened: the whole of it, and nothing less. */
export const identityHash = (text: string, searchKey: Uint8Array): string =>
  createHmac('sha256', searchKey).update(normalized(text)).digest('base64url');
