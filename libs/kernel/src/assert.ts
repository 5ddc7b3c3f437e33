/** A bug of ours, never a fault of the caller: it is thrown, and nobody catches it on purpose. */
export class Bug extends Error {
  override readonly name = 'Bug';
}

/** Throws `Bug` unless `condition` holds; `message` begins with "Expected …". */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Bug(message);
}

/** The value, or a `Bug` where there is none. */
export function required<T>(value: T | null | undefined, what: string): T {
  return value ?? missing(what);
}

/** Throws `Bug`. Where the way is hot, `found ?? missing(…)` puts the message together only when it is needed. */
export function missing(what: string): never {
  throw new Bug(`Expected ${what}, found none`);
}

/** Marks a branch that the types prove unreachable. */
export function unreachable(value: never): never {
  throw new Bug(`Expected no other case, found ${JSON.stringify(value)}`);
}
