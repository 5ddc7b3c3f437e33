import { instant, type Instant } from '@wuqing/kernel';

/**
 * The case's now, by the workflow's own clock: Temporal makes that deterministic, and fast-forwarding moves it. The only
 * door to it.
 */
export const caseNow = (clockOffsetMs: number): Instant => instant(Date.now() + clockOffsetMs);
