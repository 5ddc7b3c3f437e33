import { json, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { invalid, malformed } from './problem.js';
import { findUnstorable } from './unstorable.js';

const LIMIT = '1mb';

/** Parsers of the body, and the check that what came can be stored at all. */
export const requestBody: readonly RequestHandler[] = [
  json({ limit: LIMIT, strict: true }),
  refuseUnstorable,
];

function refuseUnstorable(request: Request, _response: Response, next: NextFunction): void {
  const body: unknown = request.body;
  if (Array.isArray(body)) throw malformed('请求内容应是一个 JSON 对象。');
  const fault =
    findUnstorable(body) ??
    findUnstorable(request.query) ??
    (hasNul(request.url) ? { path: '', message: '网址含有无效字符。' } : undefined);
  if (fault) throw invalid([fault]);
  next();
}

const hasNul = (url: string): boolean => /%00/i.test(url) || url.includes('\0');
