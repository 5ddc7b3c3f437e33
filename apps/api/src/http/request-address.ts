import type { RequestHandler } from 'express';
import { invalid } from './problem.js';
import { findUnstorable } from './unstorable.js';

/** More filters than any list has. */
const QUERY_BOUNDS = { valuesMax: 30 };

/** Refuses an address that asks with what no database keeps, or with more than any list asks for. */
export const storableAddress: RequestHandler = (request, _response, next) => {
  const fault = hasNul(request.url)
    ? { path: '', message: '网址含有无效字符。' }
    : findUnstorable(request.query, QUERY_BOUNDS);
  if (fault) throw invalid([fault]);
  next();
};

const hasNul = (url: string): boolean => /%00/i.test(url) || url.includes('\0');
