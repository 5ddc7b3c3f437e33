import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Request, RequestHandler } from 'express';

type Answering = (request: IncomingMessage, response: ServerResponse) => unknown;

const OK = 200;

/**
 * What our own API answers to whoever sent `from`, asked in his name and on his way through every door: limits, session, rights. The
 * text of its JSON; undefined for whatever else it says. No socket carries it.
 */
export function askInside(
  app: Answering | RequestHandler,
  from: Request,
  path: string,
): Promise<string | undefined> {
  const request = new IncomingMessage(socketLike(from.socket));
  const { cookie, host, 'x-forwarded-for': forwarded, 'x-forwarded-proto': scheme } = from.headers;
  request.method = 'GET';
  request.url = path;
  request.headers = {
    ...(cookie !== undefined && { cookie }),
    ...(host !== undefined && { host }),
    ...(forwarded !== undefined && { 'x-forwarded-for': forwarded }),
    ...(scheme !== undefined && { 'x-forwarded-proto': scheme }),
  };
  request.complete = true;
  request.push(null);
  return new Promise((resolve) => {
    const response = new ServerResponse(request);
    const parts: Buffer[] = [];
    response.write = (part: unknown) => parts.push(asBytes(part)) > 0;
    response.end = (part?: unknown) => {
      if (part !== undefined && typeof part !== 'function') parts.push(asBytes(part));
      // Whoever counts and times answers waits for these, and the socket that would tell them is none.
      response.emit('finish');
      response.emit('close');
      resolve(response.statusCode === OK ? Buffer.concat(parts).toString('utf8') : undefined);
      return response;
    };
    (app as Answering)(request, response);
  });
}

const asBytes = (part: unknown): Buffer =>
  typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part as Uint8Array);

/** Nobody is at its other end; it only says where the question came from. */
function socketLike({ remoteAddress, encrypted }: Socket & { readonly encrypted?: boolean }): Socket {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress });
  Object.defineProperty(socket, 'encrypted', { value: encrypted === true });
  return socket;
}
