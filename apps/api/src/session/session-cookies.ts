import { DEVICE_KNOWN_MS } from '@wuqing/persistence';
import type { CookieOptions, Request, Response } from 'express';
import type { NewTokens } from './new-session.js';
import { SESSION_MS } from './session-terms.js';
import { DEVICE_COOKIE, SESSION_COOKIE, cookieName } from './session-token.js';

const optionsOf = (request: Request, maxAge?: number): CookieOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  secure: request.secure,
  path: '/',
  ...(maxAge !== undefined && { maxAge }),
});

/** The session's cookie ends with it; the browser's stays after it. */
export function setTokens(request: Request, response: Response, { token, device }: NewTokens): void {
  response.cookie(cookieName(request.secure, SESSION_COOKIE), token, optionsOf(request, SESSION_MS));
  setDevice(request, response, device);
}

export const setDevice = (request: Request, response: Response, device: string): void =>
  void response.cookie(
    cookieName(request.secure, DEVICE_COOKIE),
    device,
    optionsOf(request, DEVICE_KNOWN_MS),
  );

export const clearSession = (request: Request, response: Response): void =>
  void response.clearCookie(cookieName(request.secure, SESSION_COOKIE), optionsOf(request));
