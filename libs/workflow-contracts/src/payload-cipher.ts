import type { Payload, PayloadCodec } from '@temporalio/common';
import type { PayloadKeyRing } from './key-ring.js';
import { isSealed, openPayload, sealPayload } from './sealed-payload.js';

/** Seals everything under one key ring: what a client of ours uses, and a town's own worker under its queue's key. */
export class PayloadCipher implements PayloadCodec {
  constructor(private readonly ring: PayloadKeyRing) {}

  async encode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => sealPayload(payload, this.ring));
  }

  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => (isSealed(payload) ? openPayload(payload, this.ring) : payload));
  }
}
