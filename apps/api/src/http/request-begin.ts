import type { RequestHandler, Response } from 'express';

/** Remembers when the request came; a monotonic clock, not the calendar's. */
export const requestBegin: RequestHandler = (_request, response, next) => {
  response.locals['begunAt'] = performance.now();
  next();
};

/** Ms since the request came. */
export function tookMs({ locals }: Pick<Response, 'locals'>): number {
  const begunAt: unknown = locals['begunAt'];
  return typeof begunAt === 'number' ? performance.now() - begunAt : 0;
}
