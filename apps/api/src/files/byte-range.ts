import type { ByteRange } from '@wuqing/file-storage';

/**
 * The part of a file that a `Range` header asks for (RFC 9110, 14.2): undefined for all of it, which is also the answer to several
 * parts and to what cannot be read; 'beyond' where it lies outside.
 */
export function byteRangeOf(header: string | undefined, bytes: number): ByteRange | 'beyond' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const first = from === '' ? Math.max(0, bytes - Number(to)) : Number(from);
  const last = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined;
  return first >= bytes || (from === '' && Number(to) === 0) ? 'beyond' : { first, last };
}
