import type { Actor } from '../actor.js';
import type { UnitOfWork } from '../unit-of-work.js';
import { rewrapSubjectKey, someSubjectKeys } from './data-subject.repository.js';
import type { MasterKeys } from './master-keys.js';

const AT_ONCE = 200;

export interface Rewrapped {
  readonly rewrapped: number;
  /** Of persons, erased ones aside. */
  readonly keys: number;
}

/**
 * Wraps every person's key under the current master key; nothing that is sealed changes. A slice is a transaction: broken off, it
 * goes on when it is run again, and run once more it finds nothing to do.
 */
export async function rewrapKeys(
  unitOfWork: UnitOfWork,
  actor: Actor,
  master: MasterKeys,
  atOnce = AT_ONCE,
): Promise<Rewrapped> {
  let after: string | null = null;
  let keys = 0;
  let rewrapped = 0;
  for (;;) {
    const from: string | null = after;
    const slice = await unitOfWork.run(actor, async (work) => {
      const rows = await someSubjectKeys(work, from, atOnce);
      const due = rows.filter(({ wrapped }) => !master.isCurrent(wrapped));
      for (const { id, wrapped } of due)
        await rewrapSubjectKey(work, {
          id,
          wrapped: await master.wrap(await master.unwrap(wrapped, id), id),
        });
      return { last: rows.at(-1)?.id ?? null, keys: rows.length, due: due.length };
    });
    if (slice.last === null) return { keys, rewrapped };
    after = slice.last;
    keys += slice.keys;
    rewrapped += slice.due;
  }
}
