import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { API_SETTINGS, type ApiSettings } from '../../settings.js';

/**
 * What the public pages sign and hash with: a key of their own for each use, derived from the payload key ring, so that every
 * process of the API has it and old ones stay known as long as the ring keeps them.
 */
@Injectable()
export class PublicSecret {
  constructor(@Inject(API_SETTINGS) private readonly settings: Pick<ApiSettings, 'payloadKeys'>) {}

  /** 32 bytes under the current key. */
  mac(use: string, text: string): Buffer {
    const { current, keys } = this.settings.payloadKeys;
    return macOf(keys[current]!, use, text);
  }

  /** The same under every key of the ring. */
  everyMac(use: string, text: string): Buffer[] {
    return Object.values(this.settings.payloadKeys.keys).map((key) => macOf(key, use, text));
  }

  /** Whether it was made with a key of the ring. */
  isMac(use: string, text: string, mac: Buffer): boolean {
    return this.everyMac(use, text).some((own) => own.length === mac.length && timingSafeEqual(own, mac));
  }
}

const macOf = (key: Buffer, use: string, text: string): Buffer =>
  createHmac('sha256', createHmac('sha256', key).update(`wuqing public ${use}`).digest())
    .update(text)
    .digest();
