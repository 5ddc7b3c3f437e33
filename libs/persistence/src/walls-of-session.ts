import type { Actor } from './actor.js';

/** A connection of the driver. */
export interface Connection {
  query(config: {
    readonly text: string;
    readonly values: readonly unknown[];
    readonly name?: string;
  }): Promise<{ readonly rows: unknown[] }>;
}

/** Who asks, as the policies of the tables read it (`app.person`, `app.part`); what one of them is not is empty. */
export const wordsOf = ({ kind, id, seats = [] }: Actor): readonly [person: string, part: string] =>
  kind === 'person' ? [JSON.stringify({ id, seats }), ''] : ['', id.replace(/^system:/, '')];

/** Whom each connection was last told of. */
const told = new WeakMap<Connection, string>();

/**
 * Tells a connection who asks, where that is somebody else than before. It must not stand in a transaction: what is said in one is
 * taken back with it. Until the answer is there nobody is known to be told, so that what breaks off in between is said again.
 */
export async function tellSession(connection: Connection, actor: Actor): Promise<void> {
  const words = wordsOf(actor);
  const key = words.join('\n');
  if (told.get(connection) === key) return;
  told.delete(connection);
  await connection.query({
    name: 'tell-session',
    text: `SELECT set_config('app.person', $1, false), set_config('app.part', $2, false)`,
    values: words,
  });
  told.set(connection, key);
}
