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

/** Cases and steps of which outsiders must not even learn. The one place that says so. */
export const isWalled = (level: Confidentiality | undefined): boolean => level === 'T' || level === 'N';

/** One step further closed: who sent what led to a closed step is known to fewer than the step. */
export const furtherThan = (level: Confidentiality): Confidentiality =>
  confidentialityLevels[
    Math.min(confidentialityLevels.indexOf(level) + 1, confidentialityLevels.length - 1)
  ]!;

/** The strictest of all `wq:confidential` marks of an element or a process; undefined where it bears none. */
export function markedLevel(extensions: readonly MarkedExtension[]): Confidentiality | undefined {
  const levels = extensions.flatMap(({ name, attributes }) =>
    name === 'confidential' ? confidentialityLevels.filter((level) => level === attributes['level']) : [],
  );
  return levels.length === 0 ? undefined : levels.reduce(stricterOf);
}

/** A `wq:` extension as `bpmn-model` keeps it. */
export interface MarkedExtension {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}
