import { ReceiverAway } from './channel.js';

const PATIENCE_MS = 10_000;
/** What a receiver may say back. */
const ANSWER_BYTES_MAX = 64 * 1_024;
/** A request that took too long, and too many requests. */
const OF_THE_RECEIVER = new Set([408, 425, 429]);

export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * Asks one address and answers its body. Redirections are not followed: they would lead past the list of allowed addresses.
 * `what` names the receiver in errors; neither address nor body stands in them, for both hold secrets.
 */
export async function askedOf(send: typeof fetch, what: string, url: string, asked: Asked): Promise<string> {
  const { status, body } = await answered(send, what, url, asked);
  if (status >= 200 && status < 300) return body;
  const sentence = `Expected ${what} to accept, found ${status}`;
  throw status >= 500 || OF_THE_RECEIVER.has(status) ? new ReceiverAway(sentence) : new Error(sentence);
}

async function answered(send: typeof fetch, what: string, url: string, asked: Asked) {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await send(url, { ...asked, redirect: 'manual', signal });
    return { status: response.status, body: await bounded(response) };
  } catch {
    throw new ReceiverAway(`Expected ${what} to answer`);
  }
}

async function bounded({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > ANSWER_BYTES_MAX) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The JSON object in an answer; one that is none is the receiver's fault. */
export function objectIn(text: string, what: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch {
    // said below
  }
  throw new ReceiverAway(`Expected ${what} to answer with a JSON object`);
}
