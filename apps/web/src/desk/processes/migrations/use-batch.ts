import { useState } from 'react';
import {
  migrationsMigrateMany,
  type ElementView,
  type MigrateBatchDto,
  type MigrateBatchView,
  type ProcessVersionsView,
} from '../../../client/api.js';
import { useCommand } from '../../../client/use-command.js';
import type { Mapping } from '../../cases/operations/mapping-fields.js';
import type { Batch } from './batch-outcome.js';
import { firstVersions } from './first-versions.js';
import { usePlans, type Versions } from './use-plans.js';

/** As the API has it. */
export const CASES_MAX = 200;

/** What a batch is made of: two versions, a mapping, and the cases chosen from those that can move. */
export function useBatch(processes: readonly ProcessVersionsView[], onSent: (sent: Batch) => void) {
  const [wished, setVersions] = useState<Versions>(() => firstVersions(processes[0]!));
  const [mapping, setMapping] = useState<Mapping>({});
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [chosen, choose] = useState<readonly string[]>([]);
  // A process whose last case has ended meanwhile is no longer in the list.
  const isThere = processes.some(({ processKey }) => processKey === wished.processKey);
  const versions = isThere ? wished : firstVersions(processes[0]!);
  const plans = usePlans(versions, mapping);
  const planned = plans.data?.pages.flatMap(({ items }) => items) ?? [];
  const cases = planned.map((one) => one.case).filter(({ id }) => chosen.includes(id));
  const command = useCommand<MigrateBatchDto, MigrateBatchView>(
    (sent, headers) => migrationsMigrateMany({ headers, body: sent }),
    ({ items }) => onSent({ cases, taken: items }),
  );
  const reasons = planned.flatMap((one) => one.reasons);
  const elements = unplaced(reasons, { mapping, names }, versions.processKey);
  const change = (next: Versions, nextMapping: Mapping = {}): void => {
    setNames(Object.fromEntries(elements.map(({ elementId, name }) => [elementId, name])));
    setVersions(next);
    setMapping(nextMapping);
    choose([]);
  };
  const body = { ...versions, mapping: { ...mapping }, cases: cases.map(({ id }) => id) };
  return { versions, mapping, elements, plans, planned, chosen, choose, change, command, body };
}

interface Mapped {
  readonly mapping: Mapping;
  /** Of the steps that were mapped; the plan names only those that are in the way. */
  readonly names: Readonly<Record<string, string>>;
}

/** Steps that keep cases from moving, and those that were given another one already. */
function unplaced(
  reasons: readonly ElementView[],
  { mapping, names }: Mapped,
  processKey: string,
): ElementView[] {
  const found = new Map(Object.keys(mapping).map((elementId) => [elementId, names[elementId] ?? '']));
  for (const { elementId, name } of reasons) if (elementId !== processKey) found.set(elementId, name);
  return [...found].map(([elementId, name]) => ({ elementId, name }));
}
