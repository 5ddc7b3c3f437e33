import { createServer, type Server } from 'node:net';

/** Below the range that operating systems hand out for outgoing connections, so nobody takes one by chance. */
const LOWEST = 20_000;
const RANGE = 12_000;

/**
 * One free port of 127.0.0.1 for each wish: the wished port where it is free, another otherwise; 0 means any.
 * All are held together before any is given back, so the answer holds no port twice; whoever gets another port gets none
 * that somebody else wished for.
 */
export async function freePorts(wishes: readonly number[]): Promise<number[]> {
  const held: (Server | null)[] = [];
  try {
    for (const wish of wishes) held.push(wish === 0 ? null : await hold(wish));
    for (const [at, server] of held.entries()) held[at] = server ?? (await holdAny());
    return held.map((server) => portOf(server!));
  } finally {
    await Promise.all(held.map((server) => server && new Promise((resolve) => server.close(resolve))));
  }
}

export async function freePort(wish = 0): Promise<number> {
  const [port] = await freePorts([wish]);
  return port as number;
}

/** Begins at a place of this process's own, so that two runs at the same moment seldom look at the same port. */
async function holdAny(): Promise<Server> {
  const start = (process.pid * 61) % RANGE;
  for (let step = 0; step < RANGE; step++) {
    const server = await hold(LOWEST + ((start + step) % RANGE));
    if (server) return server;
  }
  throw new Error(`Expected a free port between ${LOWEST} and ${LOWEST + RANGE}, found none`);
}

function hold(port: number): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('Expected a TCP address of the listening server');
  return address.port;
}
