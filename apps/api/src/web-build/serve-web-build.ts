import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { static as serveStatic, type NextFunction, type Request, type Response } from 'express';
import { askingAhead } from './asked-ahead.js';
import { firstPages } from './first-pages.js';
import { sendPressed } from './pressed-files.js';
import { sendPage } from './send-page.js';

/** Names of built files carry a hash of their content. */
const HASHED = /\/assets\//;

/** Addresses that the pages route themselves, each with its entry. */
const PAGES = [
  { addresses: /^\/app(\/|$)/, file: 'index.html' },
  { addresses: /^\/m(\/|$)/, file: 'phone.html' },
] as const;

/** The web pages: assets for ever, a page never kept, for every address that the pages route themselves. */
export function serveWebBuild(app: NestExpressApplication, folder: string): void {
  const forAddress = askingAhead(folder);
  const firstOf = firstPages(folder, app.getHttpAdapter().getInstance());
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (request.method === 'GET' && request.path === '/') return toDesk(response);
    const page = pageOf(request);
    if (page === undefined) return next();
    Promise.all([readFile(join(folder, page), 'utf8'), firstOf(request)])
      .then(([text, first]) => sendPage(request, response, forAddress(text, request.originalUrl), first))
      .catch(next);
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

/** Without the library's own words, which are English. */
const toDesk = (response: Response): void => void response.status(302).location('/app/').end();

function pageOf({ method, path }: Request): string | undefined {
  if (method !== 'GET' || /\.[a-z0-9]+$/i.test(path)) return undefined;
  return PAGES.find(({ addresses }) => addresses.test(path))?.file;
}
