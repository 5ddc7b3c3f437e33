import type { PositionKey } from './position-key.js';

/** A calendar day `YYYY-MM-DD` in the township's zone; such strings compare as the days do. */
export type Day = string;

export interface Person {
  readonly id: string;
  readonly name: string;
  /** The unit the person belongs to at home; positions may be held elsewhere. */
  readonly unitId: string;
  readonly gender: 'female' | 'male';
  readonly birthDate: Day;
}

/** A span of days, both ends in force; `to` null: without end. */
export interface Term {
  readonly from: Day;
  readonly to: Day | null;
}

export interface Position extends Term {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
  readonly key: PositionKey;
}

/** 代理: while it is in force, `toPersonId` acts for `fromPersonId` in the positions held in that unit. */
export interface Delegation extends Term {
  readonly id: string;
  readonly fromPersonId: string;
  readonly toPersonId: string;
  readonly unitId: string;
  /** All of those positions, or one of them. */
  readonly scope: 'all' | PositionKey;
}

export const isInForce = (term: Term, on: Day): boolean =>
  term.from <= on && (term.to === null || on <= term.to);
