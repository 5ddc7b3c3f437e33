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
