import { invalid } from '../http/problem.js';
import type { Clock } from '../platform/clock.js';

/** Nest's name for it. */
export const CASE_START = Symbol('case start');

/** Below this a start moment is simply now; above it the case lives in its own time. */
const SAME_MS = 1_000;
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** When a case begins: now; in demo and training on any day that the sender names. */
export class CaseStart {
  constructor(
    private readonly clock: Clock,
    private readonly demo: boolean,
  ) {}

  /** Epoch ms, in the case's own time. */
  momentOf(startAt: string | undefined): number {
    if (startAt === undefined) return this.clock.now();
    if (!this.demo)
      throw invalid([{ path: '/startAt', message: '仅演示环境可以指定开始时刻，请删除此项。' }]);
    const moment = Date.parse(startAt);
    if (moment >= EARLIEST && moment < LATEST) return moment;
    throw invalid([{ path: '/startAt', message: '开始时刻应在 2000 年至 2099 年之间。' }]);
  }

  /** What the case's now is ahead of the real one. */
  offsetOf(startedAt: number): number {
    const offset = startedAt - this.clock.now();
    return Math.abs(offset) < SAME_MS ? 0 : offset;
  }
}
