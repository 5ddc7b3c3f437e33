import { createHash } from 'node:crypto';
import { rebuiltPicture, type MediaTypeName } from '@wuqing/files';
import { wholeOf, type Bytes } from '@wuqing/file-storage';
import { err, ok, type Result } from '@wuqing/kernel';
import type { FileOrigin } from '@wuqing/persistence';
import { originOf, pictureFacts, type PictureFacts } from './picture-facts.js';

export interface KeptPicture extends PictureFacts {
  readonly content: Uint8Array;
  readonly sha256: string;
  readonly origin: FileOrigin | undefined;
}

/** A picture as it is kept: from what makes it, without the camera's words, which are kept apart. */
export async function keptPicture(
  name: MediaTypeName,
  source: Bytes,
  uploadedSha256: string,
): Promise<Result<KeptPicture, string>> {
  const whole = await wholeOf(source);
  const rebuilt = rebuiltPicture(name, whole);
  if (!rebuilt.ok) return err(rebuilt.error);
  const facts = await pictureFacts(rebuilt.value);
  if (!facts.ok) return err(facts.error);
  const sha256 = createHash('sha256').update(rebuilt.value).digest('hex');
  const origin = await originOf(whole, uploadedSha256);
  return ok({ ...facts.value, content: rebuilt.value, sha256, origin });
}
