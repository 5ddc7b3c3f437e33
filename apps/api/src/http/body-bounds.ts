import { SetMetadata } from '@nestjs/common';

/** How much one operation takes of what a client sends. */
export interface BodyBounds {
  /** Of the body as it comes, and as it is when unpacked. */
  readonly bytesMax: number;
  /** Fields and list items together, at every depth: whatever is asked of each costs at most so many times. */
  readonly valuesMax: number;
  /** As a page without script sends it; JSON where nothing is said. */
  readonly encoding?: 'form';
  /** Fields whose value is a whole file: what stands in it is its reader's to judge. */
  readonly files?: readonly string[];
}

const KB = 1_024;

/** Methods whose body is read. */
export const WITH_BODY: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);

/** What an operation takes that says nothing: a few fields and a reason. */
export const SMALL_BODY: BodyBounds = { bytesMax: 16 * KB, valuesMax: 500 };
/** A login and a secret. */
export const SECRET_BODY: BodyBounds = { bytesMax: 16 * KB, valuesMax: 20 };
/** A group of variables, or of element ids. */
export const VARIABLES_BODY: BodyBounds = { bytesMax: 64 * KB, valuesMax: 2_000 };
/** A form with the roll of a village. */
export const FORM_BODY: BodyBounds = { bytesMax: 256 * KB, valuesMax: 6_000 };

/** The form of a public page: a code, or an objection of 2,000 signs, of which each may take nine bytes. */
export const PAGE_FORM: BodyBounds = { bytesMax: 32 * KB, valuesMax: 20, encoding: 'form' };

/** A model, in a field of this name. */
export const fileBody = (...files: string[]): BodyBounds => ({
  bytesMax: KB * KB,
  valuesMax: 100,
  files,
});

/** Nothing is read before the handler: it takes the body as it streams, within bounds of its own. */
export const STREAMED: BodyBounds = { bytesMax: Infinity, valuesMax: 0 };

export const BODY_BOUNDS = 'wuqing:body-bounds';

/** Says how much the operation takes; `SMALL_BODY` where nothing is said. */
export const Takes = (bounds: BodyBounds): MethodDecorator => SetMetadata(BODY_BOUNDS, bounds);

export const Streamed = (): MethodDecorator => Takes(STREAMED);
