import type { Request } from 'express';
import { withoutHiddenSigns } from '@wuqing/kernel';
import { wordsAtHead } from './words-at-head.js';

type Words = Readonly<Record<string, string>>;

/** Of a form that is not read as a whole: room for the words before the photos. */
export const HEAD_BYTES = 64 * 1_024;
/** So long we wait for them, in ms: whoever sends nothing holds nobody up. */
const HEAD_WITHIN_MS = 3_000;
const WORDS = 'application/x-www-form-urlencoded';
const BOUNDARY = /;\s*boundary=(?:"([\w'()+,./:=? -]{1,70})"|([^\s;"\\]{1,70}))/i;

export const boundaryOf = ({ headers }: Request): string | undefined => {
  const [, quoted, plain] = BOUNDARY.exec(headers['content-type'] ?? '') ?? [];
  return quoted ?? plain;
};

/** What of a form was read before it was refused; whatever was not is still on its way. */
const heads = new WeakMap<Request, Buffer>();

/** Told by whoever reads the body: of it the first pieces. */
export function keepHead(request: Request, piece: Buffer): void {
  const head = heads.get(request) ?? Buffer.alloc(0);
  if (head.length < HEAD_BYTES)
    heads.set(request, Buffer.concat([head, piece.subarray(0, HEAD_BYTES - head.length)]));
}

/** What was typed into a form that is refused, as far as it has come or comes at once; photos are not kept. */
export async function sentWords(request: Request): Promise<Words> {
  const head = heads.get(request) ?? (await headOf(request));
  const boundary = boundaryOf(request);
  const fields = request.is(WORDS)
    ? Object.fromEntries(new URLSearchParams(head.toString('utf8')))
    : boundary === undefined
      ? {}
      : wordsAtHead(head, boundary);
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, withoutHiddenSigns(value).replaceAll('\0', '')]),
  );
}

function headOf(request: Request): Promise<Buffer> {
  if (request.readableEnded || request.destroyed) return Promise.resolve(Buffer.alloc(0));
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let bytes = 0;
    const done = (): void => {
      clearTimeout(timer);
      for (const event of ['end', 'close', 'error'] as const) request.off(event, done);
      request.off('data', take).resume(); // what still comes is let go by
      resolve(Buffer.concat(pieces).subarray(0, HEAD_BYTES));
    };
    const take = (piece: Buffer): void => {
      pieces.push(piece);
      bytes += piece.length;
      if (bytes >= HEAD_BYTES) done();
    };
    const timer = setTimeout(done, HEAD_WITHIN_MS).unref();
    for (const event of ['end', 'close', 'error'] as const) request.once(event, done);
    request.on('data', take);
  });
}
