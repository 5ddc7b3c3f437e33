import { setTimeout as pause } from 'node:timers/promises';

const ASK_EVERY_MS = 100;

/** Asks until there is an answer; throws when `withinMs` has passed without one. For real servers only. */
export async function until<T>(withinMs: number, ask: () => Promise<T | undefined>): Promise<T> {
  const giveUpAt = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > giveUpAt) throw new Error(`Expected an answer within ${withinMs} ms`);
    await pause(ASK_EVERY_MS);
  }
}

/** What is promised by then, or an error: a limit of the product's, not a measure of its speed. */
export async function within<T>(limitMs: number, promised: Promise<T>): Promise<T> {
  const over = new AbortController();
  const late = pause(limitMs, undefined, { signal: over.signal }).then(() => {
    throw new Error(`Expected an answer within ${limitMs} ms`);
  });
  try {
    return await Promise.race([promised, late]);
  } finally {
    over.abort();
  }
}
