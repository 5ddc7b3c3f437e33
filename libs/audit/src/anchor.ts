import { canonicalJson, err, ok, type Result } from '@wuqing/kernel';
import { GENESIS_HASH } from './audit-entry.js';
import type { Sha256 } from './sha256.js';

/** Once a day, the heads of all chains that have moved since the day before. */
export interface Anchor {
  /** 1, 2, 3 … */
  readonly number: number;
  /** `2026-11-30`, of the place where the cases are. */
  readonly day: string;
  /** ISO 8601 in UTC with milliseconds. */
  readonly madeAt: string;
  /** Hash of the anchor before, `GENESIS_HASH` for the first. */
  readonly previousHash: string;
  /** By `caseId`. */
  readonly heads: readonly ChainHeadAt[];
}

export interface ChainHeadAt {
  readonly caseId: string;
  readonly seq: number;
  readonly head: string;
}

const FORMAT = 'wuqing-anchor 1';
const HEAD_LINE = /^([0-9a-f-]{36}) ([1-9][0-9]*) ([0-9a-f]{64})$/;

/** The file of an anchor: a line of JSON, and a line for each chain. Its hash is the anchor's. */
export function anchorText({ number, day, madeAt, previousHash, heads }: Anchor): string {
  const first = canonicalJson({ format: FORMAT, number, day, madeAt, previousHash, chains: heads.length });
  return [first, ...heads.map(({ caseId, seq, head }) => `${caseId} ${seq} ${head}`), ''].join('\n');
}

/** The anchor that a file holds; a sentence where it holds none. */
export function readAnchor(text: string): Result<Anchor, string> {
  const [first = '', ...lines] = text.split('\n');
  const head = objectIn(first);
  if (head?.['format'] !== FORMAT || lines.at(-1) !== '')
    return err(`Expected ${FORMAT} with a line for each chain`);
  const heads: ChainHeadAt[] = [];
  for (const line of lines.slice(0, -1)) {
    const [, caseId, seq, hash] = HEAD_LINE.exec(line) ?? [];
    if (caseId === undefined || hash === undefined) return err(`Expected a chain's head, found ${line}`);
    heads.push({ caseId, seq: Number(seq), head: hash });
  }
  const { number, day, madeAt, previousHash } = head;
  if (typeof number !== 'number') return err('Expected a number in its first line');
  if (typeof day !== 'string' || typeof madeAt !== 'string' || typeof previousHash !== 'string')
    return err('Expected its first line to say its day, its moment and the hash before');
  const anchor = { number, day, madeAt, previousHash, heads };
  return anchorText(anchor) === text ? ok(anchor) : err('Expected as many chains as its first line says');
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

export interface AnchorLink {
  readonly number: number;
  readonly hash: string;
}

/** Before the first anchor. */
export const NO_ANCHOR: AnchorLink = { number: 0, hash: GENESIS_HASH };

export interface NextAnchor extends AnchorLink {
  readonly anchor: Anchor;
}

/** The anchor in `text` as the one that follows on `before`; a sentence where it does not. */
export function followingAnchor(
  before: AnchorLink,
  text: string,
  sha256: Sha256,
): Result<NextAnchor, string> {
  const read = readAnchor(text);
  if (!read.ok) return err(`Expected anchor ${before.number + 1} to be readable: ${read.error}`);
  const { number, previousHash } = read.value;
  if (number !== before.number + 1) return err(`Expected anchor ${before.number + 1}, found ${number}`);
  if (previousHash !== before.hash)
    return err(
      `Expected anchor ${number} to follow on ${before.hash}, found ${previousHash}: it or the one before is forged`,
    );
  return ok({ number, hash: sha256(text), anchor: read.value });
}
