/**
 * Readers of a case or a field: P public; V the village's case people, 村监会, 党总支 and town offices; T the handling
 * town office and 纪委办; N a need-to-know list, of which each look is recorded.
 */
export type Confidentiality = 'P' | 'V' | 'T' | 'N';

/** From what all may read to what fewest may. */
export const confidentialityLevels: readonly Confidentiality[] = ['P', 'V', 'T', 'N'];

/** The level that fewer may read. */
export const stricterOf = (one: Confidentiality, other: Confidentiality): Confidentiality =>
  confidentialityLevels.indexOf(one) < confidentialityLevels.indexOf(other) ? other : one;
