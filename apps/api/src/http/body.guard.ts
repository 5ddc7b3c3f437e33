import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { json, urlencoded, type Request, type Response } from 'express';
import { BODY_BOUNDS, SMALL_BODY, STREAMED, WITH_BODY, type BodyBounds } from './body-bounds.js';
import { invalid, malformed, tooLarge, wrongMediaType } from './problem.js';
import { findUnstorable } from './unstorable.js';

/**
 * Reads the body once it is known who sends it and what for: a stranger's is never parsed, and every operation has its
 * own bounds. After it whatever looks at the body (validators, forms, handlers) has bounded work.
 */
@Injectable()
export class BodyGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    if (!WITH_BODY.has(request.method)) return true;
    const bounds =
      this.reflector.get<BodyBounds | undefined>(BODY_BOUNDS, context.getHandler()) ?? SMALL_BODY;
    if (bounds === STREAMED) return true;
    await readBody(request, http.getResponse<Response>(), bounds);
    if (Array.isArray(request.body)) throw malformed('请求内容应是一个 JSON 对象。');
    const fault = findUnstorable(request.body, bounds);
    if (fault) throw invalid([fault]);
    return true;
  }
}

const FORM = 'application/x-www-form-urlencoded';

function readBody(request: Request, response: Response, bounds: BodyBounds): Promise<void> {
  const { bytesMax, valuesMax, encoding } = bounds;
  if (encoding === 'form' && !request.is(FORM)) throw wrongMediaType(FORM);
  const parse =
    encoding === 'form'
      ? urlencoded({ limit: bytesMax, extended: false, parameterLimit: valuesMax })
      : json({ limit: bytesMax, strict: true });
  return new Promise((resolve, reject) => {
    parse(request, response, (error?: unknown) => {
      if (error === undefined) resolve();
      else reject((error as { status?: unknown }).status === 413 ? tooLarge(bytesMax) : error);
    });
  });
}
