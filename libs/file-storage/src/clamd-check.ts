import { connect, type Socket } from 'node:net';
import type { Bytes } from './file-storage.js';
import { CheckerAway, type Findings, type VirusCheck } from './virus-check.js';

/** Between two signs of life, in ms. */
const PATIENCE_MS = 60_000;
const ANSWER_BYTES_MAX = 4_096;
const PIECE_BYTES_MAX = 65_536;

/**
 * ClamAV's clamd over TCP, by its command INSTREAM: each piece behind its length (four bytes, big-endian), a length of zero at
 * the end. Its `StreamMaxLength` must be at least as large as the largest file.
 */
export class ClamdCheck implements VirusCheck {
  readonly description: string;

  constructor(private readonly place: { readonly host: string; readonly port: number }) {
    this.description = `clamd at ${place.host}:${place.port}`;
  }

  async look(content: Bytes): Promise<Findings> {
    const socket = connect(this.place);
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error(`no sign of life for ${PATIENCE_MS} ms`)));
    const answer = answerOf(socket);
    answer.catch(() => undefined); // it is asked again below; what broke first is told
    try {
      await said(socket, 'zINSTREAM\0');
      for await (const piece of content)
        for (let at = 0; at < piece.length; at += PIECE_BYTES_MAX)
          await said(socket, framed(piece.subarray(at, at + PIECE_BYTES_MAX)));
      await said(socket, framed(new Uint8Array()));
    } catch (error) {
      if (!socket.destroyed) throw error; // the content's own fault
    } finally {
      if (socket.writable) socket.end();
    }
    return findingsOf(await answer);
  }
}

const framed = (piece: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return Buffer.concat([length, piece]);
};

const said = (socket: Socket, what: string | Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.write(what, (error) => (error ? reject(error) : resolve()));
  });

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const away = (reason: string): void => reject(new CheckerAway(reason));
    socket.setEncoding('utf8');
    socket.on('data', (more: string) => {
      text += more;
      if (text.length > ANSWER_BYTES_MAX) socket.destroy(new Error('its answer does not end'));
    });
    socket.once('error', (error) => away(error.message));
    socket.once('close', () => (text === '' ? away('it closed without a word') : resolve(text)));
  });
}

function findingsOf(answer: string): Findings {
  const line = answer.replace(/\0/g, '').trim();
  if (/^stream: OK$/.test(line)) return { clean: true };
  const [, name] = /^stream: (.+) FOUND$/.exec(line) ?? [];
  if (name !== undefined) return { clean: false, name };
  throw new CheckerAway(line);
}
