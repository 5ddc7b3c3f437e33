/** Bytes in order, in pieces of any size. */
export type Bytes = AsyncIterable<Uint8Array>;

/** All of them at once: for what is known to fit in memory. */
export async function wholeOf(bytes: Bytes): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** From the first to the last byte, both of them included, counted from 0. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Bytes under keys of lower-case letters, digits, `-` and `.`. What is kept is whole and never changes; what is received is
 * on its way. Everything may be asked again after a kill: the same call with the same content does the same.
 */
export interface FileStorage {
  /** What it is, for people: no secrets. */
  readonly description: string;
  /** Bytes that have arrived of an upload; 0 where none have. */
  received(id: string): Promise<number>;
  /**
   * Adds what comes behind the first `offset` bytes, and answers how many there are then. Whatever came before `source` broke
   * off stays. Throws `WrongOffset` where another number of bytes is there.
   */
  receive(id: string, offset: number, source: Bytes): Promise<number>;
  /** What has arrived, from its first byte. */
  readReceived(id: string): Bytes;
  /** Keeps what has arrived under `key`, as it is; it stays received as well until it is forgotten. */
  keepReceived(id: string, key: string): Promise<void>;
  forgetReceived(id: string): Promise<void>;
  /** Ids of whatever is on its way. */
  receiving(): AsyncIterable<string>;
  keep(key: string, content: Uint8Array): Promise<void>;
  /** Undefined where nothing is kept under that key. */
  sizeOf(key: string): Promise<number | undefined>;
  /** Throws `NothingKept` where nothing is kept under that key. */
  read(key: string, range?: ByteRange): Promise<Bytes>;
  /** Nothing where nothing is kept under that key. */
  remove(key: string): Promise<void>;
}

export class WrongOffset extends Error {
  override readonly name = 'WrongOffset';
  constructor(
    readonly expected: number,
    readonly found: number,
  ) {
    super(`Expected to go on at byte ${expected}, found ${found}`);
  }
}

export class NothingKept extends Error {
  override readonly name = 'NothingKept';
  constructor(readonly key: string) {
    super(`Expected a file under ${key}`);
  }
}

/** Under which a picture's small copy is kept. */
export const thumbnailKey = (id: string): string => `${id}.thumbnail`;

const KEY = /^[a-z0-9][a-z0-9.-]{0,127}$/;

/** A key never leads out of its folder, whoever made it. */
export function requireKey(key: string): string {
  if (!KEY.test(key) || key.includes('..'))
    throw new Error(`Expected a key of a file, found ${key.slice(0, 80)}`);
  return key;
}
