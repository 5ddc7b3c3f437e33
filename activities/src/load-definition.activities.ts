import type { Actor, UnitOfWork } from '@wuqing/persistence';
import { isPassing, noteFailure, resolveFailures } from '@wuqing/persistence';
import type { ProcessActivities } from '@wuqing/workflow-contracts';
import type { DefinitionStore } from './definition-store.js';

type Loading = Pick<
  ProcessActivities,
  'loadDefinition' | 'loadCalendar' | 'bindCalled' | 'loadCalledProcess' | 'loadDecision'
>;

export interface LoadingDependencies {
  readonly definitions: DefinitionStore;
  readonly unitOfWork: UnitOfWork;
  readonly actor: Actor;
  /** Epoch ms, the machine's. */
  readonly now: () => number;
}

export function createLoadDefinitionActivities(dependencies: LoadingDependencies): Loading {
  const { definitions } = dependencies;
  const named = namedWhereStuck(dependencies);
  return {
    loadDefinition: ({ checksum }) =>
      named(checksum, async () => ({
        process: await definitions.process(checksum),
        ...(await definitions.calendar()),
      })),
    loadCalendar: ({ version }) => named(`calendar ${version}`, () => definitions.calendar(version)),
    bindCalled: ({ checksums, kept }) =>
      named(`bindings of ${checksums.join(', ')}`, () => definitions.bindings(checksums, kept)),
    loadCalledProcess: ({ checksum }) => named(checksum, () => definitions.process(checksum)),
    loadDecision: ({ checksum }) => named(checksum, () => definitions.decision(checksum)),
  };
}

/** A case asks for what it needs until it has it; what cannot be had gets a line that operators see. */
function namedWhereStuck({ unitOfWork, actor, now }: LoadingDependencies) {
  const stuck = new Set<string>();
  return async <T>(rowId: string, load: () => Promise<T>): Promise<T> => {
    try {
      const loaded = await load();
      if (stuck.delete(rowId))
        await unitOfWork.run(actor, (work) => resolveFailures(work, 'definition', [rowId], now()));
      return loaded;
    } catch (error) {
      if (isPassing(error) || stuck.has(rowId)) throw error;
      await unitOfWork.run(actor, (work) =>
        noteFailure(work, { queue: 'definition', rowId, error, now: now(), triesMax: 1 }),
      );
      stuck.add(rowId);
      throw error;
    }
  };
}
