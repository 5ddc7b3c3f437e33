import type { Request } from 'express';
import { agentOf } from './agent-of.js';
import { DEVICE_COOKIE, tokenHashFrom } from './session-token.js';

/** Where an attempt at a secret comes from. */
export interface Source {
  /** As a named proxy says, else the connection's own: no header of the caller's changes it. */
  readonly address: string | undefined;
  /** Hash of the browser's own token; undefined where it has none. */
  readonly device: string | undefined;
  /** 「Windows · Edge」. */
  readonly agent: string;
}

export const sourceOf = (request: Request): Source => ({
  address: request.ip,
  device: tokenHashFrom(request.headers.cookie, request.secure, DEVICE_COOKIE),
  agent: agentOf(request.headers['user-agent']),
});
