import type { ProcessActivities } from '@wuqing/workflow-contracts';
import type { DefinitionStore } from './definition-store.js';

export function createLoadDefinitionActivities(
  definitions: DefinitionStore,
): Pick<
  ProcessActivities,
  'loadDefinition' | 'loadCalendar' | 'bindCalled' | 'loadCalledProcess' | 'loadDecision'
> {
  return {
    async loadDefinition({ checksum }) {
      return { process: await definitions.process(checksum), ...(await definitions.calendar()) };
    },
    loadCalendar: ({ version }) => definitions.calendar(version),
    bindCalled: ({ checksums, kept }) => definitions.bindings(checksums, kept),
    loadCalledProcess: ({ checksum }) => definitions.process(checksum),
    loadDecision: ({ checksum }) => definitions.decision(checksum),
  };
}
