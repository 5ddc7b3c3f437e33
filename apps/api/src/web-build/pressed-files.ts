import { existsSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** What the build left beside its files, the smaller one first. */
const WAYS = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
] as const;
const ASSETS = '/assets/';

/** Answers with the pressed file beside a built one, where the browser says that it takes it. */
export function sendPressed(folder: string): RequestHandler {
  const assets = join(folder, ASSETS);
  const built = new Set(existsSync(assets) ? readdirSync(assets).map((name) => ASSETS + name) : []);
  return (request: Request, response: Response, next: NextFunction) => {
    const { path } = request;
    const ways = WAYS.filter(({ ending }) => built.has(path + ending));
    if (!['GET', 'HEAD'].includes(request.method) || ways.length === 0) return next();
    response.vary('accept-encoding');
    const way = ways.find(({ encoding }) => request.acceptsEncodings(encoding) === encoding);
    if (!way) return next();
    response.setHeader('content-encoding', way.encoding);
    response.type(extname(path));
    request.url = path + way.ending;
    next();
  };
}
