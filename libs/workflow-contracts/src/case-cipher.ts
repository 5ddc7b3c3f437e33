import { randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec, SerializationContext } from '@temporalio/common';
import type { PayloadKeyRing } from './key-ring.js';
import { PayloadCipher } from './payload-cipher.js';
import { MissingPayloadKey, isSealed, openPayload, sealPayload } from './sealed-payload.js';
import { UNREADABLE_ANSWER } from './service-answer.js';
import { townOfActivityId } from './task-queues.js';

/** A queue without a key is sealed under one that nobody keeps: it times out like any other that nobody serves. */
const NOBODYS: PayloadKeyRing = { current: 'none', keys: { none: randomBytes(32) } };

/**
 * The codec of the process worker: a case's own payloads under the case key ring, those of a service task under the
 * key of its queue, in both directions. What a town's key sealed opens nowhere but in the answer to that town's own
 * service task, so that nobody who has that key can write to a case.
 */
export class CaseCipher implements PayloadCodec {
  private readonly own: PayloadCipher;
  constructor(
    ring: PayloadKeyRing,
    private readonly serviceKeys: Readonly<Record<string, PayloadKeyRing>>,
  ) {
    this.own = new PayloadCipher(ring);
  }

  async encode(payloads: Payload[], context?: SerializationContext): Promise<Payload[]> {
    const ring = this.ringOf(context);
    return ring ? payloads.map((payload) => sealPayload(payload, ring)) : this.own.encode(payloads);
  }

  async decode(payloads: Payload[], context?: SerializationContext): Promise<Payload[]> {
    const ring = this.ringOf(context);
    return ring ? payloads.map((payload) => answerIn(payload, ring)) : this.own.decode(payloads);
  }

  private ringOf(context: SerializationContext | undefined): PayloadKeyRing | undefined {
    if (context?.type !== 'activity' || context.isLocal) return undefined;
    const town = townOfActivityId(context.activityId ?? '');
    if (town === undefined) return undefined;
    return Object.hasOwn(this.serviceKeys, town) ? this.serviceKeys[town]! : NOBODYS;
  }
}

/**
 * An answer that was not sealed under the queue's key becomes one that says so, because an exception here blocks the
 * case. It is thrown on purpose where the key is only missing from the town's ring: were the answer called unreadable,
 * a replay after a key was dropped would take another road than the run before it.
 */
function answerIn(payload: Payload, ring: PayloadKeyRing): Payload {
  if (!isSealed(payload)) return unreadable();
  try {
    return openPayload(payload, ring);
  } catch (error) {
    if (error instanceof MissingPayloadKey && ring !== NOBODYS) throw error;
    return unreadable();
  }
}

const unreadable = (): Payload => ({
  metadata: { encoding: Buffer.from('json/plain') },
  data: Buffer.from(JSON.stringify({ [UNREADABLE_ANSWER]: true })),
});
