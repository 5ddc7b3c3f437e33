import type { Brand } from './brand.js';

/** A moment: milliseconds since 1970-01-01T00:00:00Z. It comes in by the door; nothing in the core reads a clock. */
export type Instant = Brand<number, 'Instant'>;

export const instant = (epochMs: number): Instant => epochMs as Instant;

/** ISO 8601 with `Z` (or an offset) to a moment; NaN stays NaN, so callers that read foreign text check it first. */
export const instantOf = (iso: string): Instant => Date.parse(iso) as Instant;

export const isoOf = (moment: Instant): string => new Date(moment).toISOString();

export const plusMs = (moment: Instant, ms: number): Instant => (moment + ms) as Instant;
