import type { PayloadKeyRing } from './sealed-payload.js';

interface WrittenKeyRing {
  readonly current: string;
  readonly keys: Readonly<Record<string, string>>;
}

/** `{"current":"k1","keys":{"k1":"<32 bytes, base64>"}}` to a key ring; throws a sentence that names what is wrong. */
export const keyRingFrom = (json: string): PayloadKeyRing => ringOf(JSON.parse(json) as WrittenKeyRing);

/** `{"<town>":{"current":…,"keys":…},…}`: the key ring of each service queue by its town. */
export function serviceKeysFrom(json: string): Readonly<Record<string, PayloadKeyRing>> {
  const rings = JSON.parse(json) as Readonly<Record<string, WrittenKeyRing>>;
  return Object.fromEntries(Object.entries(rings).map(([town, ring]) => [town, ringOf(ring)]));
}

function ringOf({ current, keys }: WrittenKeyRing): PayloadKeyRing {
  const ring = Object.fromEntries(Object.entries(keys).map(([id, key]) => [id, Buffer.from(key, 'base64')]));
  for (const [id, key] of Object.entries(ring)) {
    if (key.length !== 32) throw new Error(`Expected 32 bytes in payload key ${id}, found ${key.length}`);
  }
  if (!ring[current]) throw new Error(`Expected the current payload key ${current} among the keys`);
  return { current, keys: ring };
}
