/**
 * A share of a head count. `inclusive` is the law's 以上 (it contains the number, 民法典 Art 1259), otherwise 过半数:
 * more than the share.
 */
export interface Threshold {
  readonly numerator: number;
  readonly denominator: number;
  readonly inclusive: boolean;
}

export const atLeastHalf: Threshold = { numerator: 1, denominator: 2, inclusive: true };
export const moreThanHalf: Threshold = { numerator: 1, denominator: 2, inclusive: false };
export const atLeastTwoThirds: Threshold = { numerator: 2, denominator: 3, inclusive: true };

/** The least head count that meets the threshold: 2/3 以上 of 40 = 27, 过半数 of 31 = 16. */
export function neededOf(threshold: Threshold, count: number): number {
  const share = (count * threshold.numerator) / threshold.denominator;
  return threshold.inclusive ? Math.ceil(share) : Math.floor(share) + 1;
}

/** ceil(count / parts): the head count of 十分之一以上, 三分之一以上, 五分之一以上. */
export const partOf = (count: number, parts: number): number => Math.ceil(count / parts);
