import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { static as serveStatic, type NextFunction, type Request, type Response } from 'express';

/** Names of built files carry a hash of their content. */
const HASHED = /\/assets\//;

/** The web pages: assets for ever, `index.html` never kept, and for every address that the pages route themselves. */
export function serveWebBuild(app: NestExpressApplication, folder: string): void {
  app.use(
    serveStatic(folder, {
      index: 'index.html',
      redirect: false,
      setHeaders: (response, path) => {
        response.setHeader(
          'cache-control',
          HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    }),
  );
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isPage =
      request.method === 'GET' && /^\/app(\/|$)/.test(request.path) && !/\.[a-z0-9]+$/i.test(request.path);
    if (!isPage) return next();
    response.setHeader('cache-control', 'no-cache');
    response.sendFile(join(folder, 'index.html'));
  });
}
