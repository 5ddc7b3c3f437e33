import { createConnection, createServer } from 'node:net';

/** Frontend messages by which PostgreSQL is told to execute something: a simple query, and the execution of a parsed one. */
const EXECUTING = new Set(['Q', 'E'].map((letter) => letter.charCodeAt(0)));
const HEADER = 5;

/**
 * A wire between a program and PostgreSQL that counts what is executed over it, whoever wrote the statement: BEGIN and COMMIT
 * count as any other. `url` is the database's by this wire.
 */
export async function countStatements(databaseUrl) {
  const target = new URL(databaseUrl);
  const counter = { statements: 0 };
  const server = createServer((inside) => {
    const outside = createConnection({ host: target.hostname, port: Number(target.port) });
    const count = messageCounter(counter);
    for (const socket of [inside, outside]) socket.setNoDelay(true);
    inside.on('data', count);
    inside.pipe(outside).pipe(inside);
    for (const [one, other] of [
      [inside, outside],
      [outside, inside],
    ])
      one.on('error', () => other.destroy());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(server.address().port);
  return {
    url: url.toString(),
    get statements() {
      return counter.statements;
    },
    close: () => server.close(),
  };
}

/** Reads one connection's messages, wherever TCP has cut them; the first one has no letter. */
function messageCounter(counter) {
  let rest = Buffer.alloc(0);
  let hasBegun = false;
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      const at = hasBegun ? 1 : 0;
      if (rest.length < (hasBegun ? HEADER : HEADER - 1)) return;
      const length = at + rest.readInt32BE(at);
      if (rest.length < length) return;
      if (hasBegun && EXECUTING.has(rest[0])) counter.statements += 1;
      hasBegun = true;
      rest = rest.subarray(length);
    }
  };
}
