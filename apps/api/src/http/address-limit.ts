import type { RequestHandler } from 'express';
import { countedAddress } from './client-address.js';
import type { RequestLimiter } from './request-limiter.js';

/** Counts whatever comes from one address, before anyone is asked who sent it; whoever asks whether we live is let through. */
export const addressLimit =
  (limiter: RequestLimiter): RequestHandler =>
  (request, _response, next) => {
    if (request.path !== '/health') limiter.spend('address', countedAddress(request.ip));
    next();
  };
