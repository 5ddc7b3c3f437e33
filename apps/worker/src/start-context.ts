import { createHash } from 'node:crypto';
import type { StartContext } from '@wuqing/persistence';

/** Where the township is. */
export const ZONE = 'Asia/Shanghai';

/** What the start of a case needs at this moment, epoch ms on the real clock. */
export const startContextOf = (now: number): StartContext => ({
  now,
  zone: ZONE,
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
});
