import type { InboxCountsView, InboxRowView } from '../../client/api.js';

export type FilterKey = 'unitId' | 'processKey' | 'elementId';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count?: number;
}

type Row = Pick<InboxRowView, 'unitId' | 'unitName' | 'processKey' | 'processName'>;

/** What a list can be narrowed to: villages and processes of the rows that were read, steps as they are counted. */
export function choicesOf(
  name: FilterKey,
  rows: readonly Row[],
  counts: Pick<InboxCountsView, 'steps'> | undefined,
): Choice[] {
  if (name === 'elementId')
    return merged(
      (counts?.steps ?? []).map(({ elementId, name: label, total }) => ({
        value: elementId,
        label,
        count: total,
      })),
    );
  const ofRow = (row: Row): Choice =>
    name === 'unitId'
      ? { value: row.unitId, label: row.unitName }
      : { value: row.processKey, label: row.processName };
  return merged(rows.map(ofRow));
}

/** A value once, by name; steps of one id in two processes are counted together, as the filter takes them together. */
function merged(choices: readonly Choice[]): Choice[] {
  const found = new Map<string, Choice>();
  for (const { value, label, count } of choices) {
    const before = found.get(value);
    const sum = count === undefined ? undefined : count + (before?.count ?? 0);
    found.set(value, { value, label: before?.label ?? label, ...(sum !== undefined && { count: sum }) });
  }
  return [...found.values()].sort((a, b) => a.label.localeCompare(b.label, 'zh-CN'));
}
