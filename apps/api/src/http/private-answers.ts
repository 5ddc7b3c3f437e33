import type { RequestHandler } from 'express';

const YEAR_S = 31_536_000;

/** Nothing that was meant for one person stays in a browser or on the way; what came over TLS comes so from now on. */
export const privateAnswers: RequestHandler = (request, response, next) => {
  if (/^\/(api(?!\/public\/)|health)(\/|$)/.test(request.path))
    response.setHeader('cache-control', 'no-store');
  if (request.secure) response.setHeader('strict-transport-security', `max-age=${YEAR_S}`);
  next();
};
