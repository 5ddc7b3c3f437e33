import type { Sent } from './visitor.js';
import type { Login } from './village-fixture.js';

/** A request that must be refused, and how. */
export interface BadRequest extends Sent {
  readonly is: string;
  readonly method?: string;
  readonly to: string;
  readonly as?: Login | 'nobody' | 'expired' | 'forged';
  readonly key?: string | null;
  readonly answer: number;
  /** Path of the first field that is named. */
  readonly field?: string;
}

export const UNKNOWN = '99999999-9999-4999-8999-999999999999';
export const MEGABYTES_20 = 20 * 1024 * 1024;
export const CASES = '/api/cases';
export const COMPLETE = '/api/user-tasks/<task>/completion';
