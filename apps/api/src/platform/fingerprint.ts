import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '@wuqing/kernel';
import { v5 } from 'uuid';

/** Any fixed UUID will do; these ids must never change, or a retry would no longer find its first attempt. */
const COMMAND_NAMESPACE = '6f0d3c52-9f0e-5b0a-8f25-3f6f5c1a7d11';

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Hash of what a caller sent or is given, plain values throughout: equals have equal hashes, whatever the order of their fields. */
export const bodyHashOf = (body: unknown): string => sha256(canonicalJson(body as Json));

/** The one id of what `actorId` asks of `resource` under this idempotency key. */
export const commandIdOf = (actorId: string, resource: string, idempotencyKey: string): string =>
  v5(JSON.stringify([actorId, resource, idempotencyKey]), COMMAND_NAMESPACE);
