import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { static as serveStatic, type NextFunction, type Request, type Response } from 'express';
import { withStyleNonce } from '../http/security-headers.js';
import { sendPressed } from './pressed-files.js';

/** Names of built files carry a hash of their content. */
const HASHED = /\/assets\//;

/** Addresses that the pages route themselves, each with its entry. */
const PAGES = [
  { addresses: /^\/app(\/|$)/, file: 'index.html' },
  { addresses: /^\/m(\/|$)/, file: 'phone.html' },
] as const;

/** Where the build leaves room for the nonce: `apps/web/src/style-nonce.ts`. */
const NONCE_ROOM = '__STYLE_NONCE__';
const NONCE_BYTES = 16;

/** The web pages: assets for ever, a page never kept, for every address that the pages route themselves. */
export function serveWebBuild(app: NestExpressApplication, folder: string): void {
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (request.method === 'GET' && request.path === '/') return response.redirect('/app/');
    const page = pageOf(request);
    if (page === undefined) return next();
    readFile(join(folder, page), 'utf8').then((text) => sendPage(response, text), next);
  });
  app.use(sendPressed(folder));
  app.use(
    serveStatic(folder, {
      index: false,
      redirect: false,
      setHeaders: (response, path) => {
        response.setHeader(
          'cache-control',
          HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    }),
  );
}

function pageOf({ method, path }: Request): string | undefined {
  if (method !== 'GET' || /\.[a-z0-9]+$/i.test(path)) return undefined;
  return PAGES.find(({ addresses }) => addresses.test(path))?.file;
}

/** A nonce an answer: the style sheets that antd writes carry it, and whatever else gets into the page does not. */
function sendPage(response: Response, text: string): void {
  const nonce = randomBytes(NONCE_BYTES).toString('base64');
  const header = 'content-security-policy';
  response.setHeader(header, withStyleNonce(String(response.getHeader(header)), nonce));
  response.setHeader('cache-control', 'no-cache');
  response.type('html').send(text.replaceAll(NONCE_ROOM, nonce));
}
