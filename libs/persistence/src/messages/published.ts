import type { JsonObject } from '@wuqing/kernel';

/** What a message and a signal have in common: who says what to whom. */
export interface Published {
  readonly id: string;
  readonly name: string;
  readonly variables: JsonObject;
  readonly unitId: string;
  /** Units whose cases may receive it; null: those of every unit. */
  readonly reach: readonly string[] | null;
  /** Whether cases of processes at level T and N may receive it. */
  readonly reachesWalled: boolean;
  readonly publishedBy: string;
  readonly clockOffsetMs: number;
  /** Epoch ms on the real clock. */
  readonly publishedAt: number;
}
