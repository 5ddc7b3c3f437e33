import type { ProcessActivities } from '@wuqing/workflow-contracts';
import type { DefinitionStore } from './definition-store.js';

export function createLoadDefinitionActivities(
  definitions: DefinitionStore,
): Pick<ProcessActivities, 'loadDefinition' | 'loadCalendar'> {
  return {
    async loadDefinition({ checksum }) {
      return { process: await definitions.process(checksum), ...(await definitions.calendar()) };
    },
    loadCalendar: ({ version }) => definitions.calendar(version),
  };
}
