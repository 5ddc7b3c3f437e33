import { err, ok, type Result } from '@wuqing/kernel';

/**
 * How a term is counted: `W` 个工作日 · `D` 日, a rest day at the end rolls on · `B` clear days before a meeting ·
 * `N` days of a public notice · `H` working hours.
 */
export type TermKind = 'W' | 'D' | 'B' | 'N' | 'H';

export interface Term {
  readonly kind: TermKind;
  /** 1 to 9999. */
  readonly count: number;
}

const pattern = /^([1-9]\d{0,3})([WDBNH])$/;

/** '5W', '15D', '10B', '15N', '4H'. */
export function parseTerm(text: string): Result<Term, string> {
  const parts = pattern.exec(text);
  if (!parts) return err(`Expected a term such as 5W, 15D, 10B, 15N or 4H, found '${text}'`);
  return ok({ kind: parts[2] as TermKind, count: Number(parts[1]) });
}

export const formatTerm = ({ kind, count }: Term): string => `${count}${kind}`;

const words: Readonly<Record<TermKind, (count: number) => string>> = {
  W: (count) => `${count} 个工作日`,
  D: (count) => `${count} 日`,
  B: (count) => `提前 ${count} 日`,
  N: (count) => `公示 ${count} 日`,
  H: (count) => `${count} 个工作小时`,
};

/** As the office writes it: 「5 个工作日」. */
export const termInWords = ({ kind, count }: Term): string => words[kind](count);
