/** AES-256 keys by id; `current` seals, every key opens. */
export interface PayloadKeyRing {
  readonly current: string;
  readonly keys: Readonly<Record<string, Buffer>>;
}

interface WrittenKeyRing {
  readonly current: string;
  readonly keys: Readonly<Record<string, string>>;
}

const SHAPE = '{"current":"k1","keys":{"k1":"<32 bytes, base64>"}}';
const KEY_BYTES = 32;

/** `{"current":"k1","keys":{"k1":"<32 bytes, base64>"}}` to a key ring; throws a sentence that names what is wrong. */
export const keyRingFrom = (json: string, what = 'the payload keys'): PayloadKeyRing =>
  ringOf(parsed(json, what, SHAPE));

/** `{"<town>":{"current":…,"keys":…},…}`: the key ring of each service queue by its town. */
export function serviceKeysFrom(json: string): Readonly<Record<string, PayloadKeyRing>> {
  const rings = parsed(json, 'the keys of towns', `{"<town>":${SHAPE}}`);
  return Object.fromEntries(Object.entries(rings).map(([town, ring]) => [town, ringOf(ring)]));
}

/** The parser's own words would quote what it read, and these are keys. */
function parsed(json: string, what: string, shape: string): object {
  try {
    const read: unknown = JSON.parse(json);
    if (isRecord(read)) return read;
  } catch {
    // said below
  }
  throw new Error(`Expected ${what} as ${shape}, found something that cannot be read`);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function ringOf(written: unknown): PayloadKeyRing {
  if (!isWritten(written)) throw new Error(`Expected a key ring as ${SHAPE}, found something else`);
  const { current, keys } = written;
  const ring = Object.fromEntries(Object.entries(keys).map(([id, key]) => [id, Buffer.from(key, 'base64')]));
  for (const [id, key] of Object.entries(ring)) {
    if (key.length !== KEY_BYTES)
      throw new Error(`Expected ${KEY_BYTES} bytes in payload key ${id}, found ${key.length}`);
  }
  if (!Object.hasOwn(ring, current))
    throw new Error(`Expected the current payload key ${current} among the keys`);
  return { current, keys: ring };
}

const isWritten = (value: unknown): value is WrittenKeyRing =>
  isRecord(value) &&
  typeof value['current'] === 'string' &&
  isRecord(value['keys']) &&
  Object.values(value['keys']).every((key) => typeof key === 'string');
