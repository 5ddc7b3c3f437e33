/** Records of the state are never changed but copied; one without the key is given back as it is. */
export const isEmpty = (record: Readonly<Record<string, unknown>>): boolean => {
  for (const _ in record) return false;
  return true;
};

/** The copies that one turn has made: nobody else has seen them, so the same turn may go on writing in them. */
export type OwnCopies = Set<object>;

let own: OwnCopies | undefined;

/**
 * Runs `work` so that what `put` and `drop` copied before under these `copies` is changed in place: a turn that activates
 * a thousand elements copies each record once, not a thousand times.
 */
export function owning<T>(copies: OwnCopies, work: () => T): T {
  own = copies;
  try {
    return work();
  } finally {
    own = undefined;
  }
}

const writable = <T>(record: Readonly<Record<string, T>>): Record<string, T> | undefined =>
  own?.has(record) ? record : undefined;

function owned<T>(copy: Record<string, T>): Record<string, T> {
  own?.add(copy);
  return copy;
}

/** `state` with `change` in it: a copy, or the turn's own copy itself. */
export function changed<T extends object>(state: T, change: Partial<T>): T {
  if (own?.has(state)) return Object.assign(state, change);
  const copy = { ...state, ...change };
  own?.add(copy);
  return copy;
}

export function put<T>(
  record: Readonly<Record<string, T>>,
  key: string,
  value: T,
): Readonly<Record<string, T>> {
  const copy = writable(record) ?? owned({ ...record });
  copy[key] = value;
  return copy;
}

export function drop<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  if (!Object.hasOwn(record, key)) return record;
  const mine = writable(record);
  if (mine) {
    delete mine[key];
    return mine;
  }
  const rest: Record<string, T> = {};
  for (const other in record) if (other !== key) rest[other] = record[other]!;
  return owned(rest);
}
