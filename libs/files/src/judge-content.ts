import { err, ok, type Result } from '@wuqing/kernel';
import type { FileRule } from './file-rule.js';
import { PICTURE_BYTES_MAX } from './file-rule.js';
import { mediaTypeOf, mediaTypes, type ContentEnds, type MediaTypeName } from './media-type.js';
import { refusal } from './refusal.js';

export interface Content extends ContentEnds {
  readonly bytes: number;
}

/** What is announced, before a byte of it has come; undefined where it may come. */
export const faultOfClaim = (bytes: number, rule: FileRule): string | undefined =>
  bytes <= 0 ? refusal.empty : bytes > rule.bytesMax ? refusal.tooLarge(rule) : undefined;

/** The type of what has come, or the sentence why it is not taken. */
export function judgeContent(content: Content, rule: FileRule): Result<MediaTypeName, string> {
  const fault = faultOfClaim(content.bytes, rule);
  if (fault !== undefined) return err(fault);
  const name = mediaTypeOf(content);
  if (name === undefined || !rule.accept.includes(name)) return err(refusal.otherType(rule));
  if (mediaTypes[name].isPicture && content.bytes > PICTURE_BYTES_MAX)
    return err(refusal.largePicture(PICTURE_BYTES_MAX));
  return ok(name);
}
