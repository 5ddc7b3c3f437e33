import { openBytes, sealBytes } from './authenticated-text.js';

/**
 * Where the keys of persons are wrapped and unwrapped: a ring from the environment here, a key service elsewhere. What is wrapped
 * names the master key, and opens for its person alone.
 */
export interface MasterKeys {
  wrap(key: Uint8Array, subjectId: string): Promise<string>;
  /** Throws a sentence where the master key is not there or the key was not wrapped for this person. */
  unwrap(wrapped: string, subjectId: string): Promise<Buffer>;
  /** Whether it is wrapped under the master key that wraps now. */
  isCurrent(wrapped: string): boolean;
}

/** AES-256 keys by id; `current` wraps, every key unwraps. */
export interface MasterKeyRing {
  readonly current: string;
  readonly keys: Readonly<Record<string, Uint8Array>>;
}

const keyIdOf = (wrapped: string): string => wrapped.slice(0, Math.max(0, wrapped.lastIndexOf('.')));

/** `<master key's id>.<sealed>`. */
export class RingOfMasterKeys implements MasterKeys {
  constructor(private readonly ring: MasterKeyRing) {}

  async wrap(key: Uint8Array, subjectId: string): Promise<string> {
    const { current, keys } = this.ring;
    return `${current}.${sealBytes(key, subjectId, keys[current]!)}`;
  }

  async unwrap(wrapped: string, subjectId: string): Promise<Buffer> {
    const { keys } = this.ring;
    const id = keyIdOf(wrapped);
    const master = Object.hasOwn(keys, id) ? keys[id] : undefined;
    if (!master) throw new Error(`Expected master key ${id} in the ring, to unwrap the key of a person`);
    const key = openBytes(wrapped.slice(id.length + 1), subjectId, master);
    if (!key) throw new Error(`Expected a key that was wrapped for person ${subjectId}, found another`);
    return key;
  }

  isCurrent(wrapped: string): boolean {
    return keyIdOf(wrapped) === this.ring.current;
  }
}
