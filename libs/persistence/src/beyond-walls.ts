import { systemActor, type Actor } from './actor.js';
import type { Work } from './unit-of-work.js';
import { wordsOf } from './walls-of-session.js';

/** A part that reads for everybody, inside the work of a person, to whom nothing of it is told. */
export type PartBeyondWalls = 'barred-sums';

/** Reads in the name of that part, and goes on in the person's; what fails takes the transaction back, and this with it. */
export async function beyondWalls<T>(
  work: Work,
  part: PartBeyondWalls,
  perform: () => Promise<T>,
): Promise<T> {
  const say = (actor: Actor) =>
    work.query(`SELECT set_config('app.person', $1, true), set_config('app.part', $2, true)`, wordsOf(actor));
  await say(systemActor(part));
  const value = await perform();
  await say(work.actor);
  return value;
}
