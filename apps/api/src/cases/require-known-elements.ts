import type { Command } from '@wuqing/bpmn-engine';
import { conflict } from '../http/problem.js';
import { sentenceOf } from '../commands/command-reply.js';
import type { SeenCase } from '../visibility/case-reader.js';

/** Refuses what names a step that is closed to the caller, as the engine refuses one that does not run. */
export function requireKnownElements({ sight }: SeenCase, command: Command): void {
  if (namesIn(command).map(idOf).every(sight.knows)) return;
  const rejection = { code: 'not-active' } as const;
  throw conflict(sentenceOf({ status: 'rejected', rejection: { ...rejection, message: '' } }), { rejection });
}

const idOf = (idOrKey: string): string => idOrKey.replace(/#[^#]*$/, '');

/** Ids and keys of the elements that an operator's command is about. */
function namesIn(command: Command): readonly string[] {
  switch (command.type) {
    case 'ResolveIncident':
      return [command.incident];
    case 'SkipElement':
      return [command.element];
    case 'ActivateAdHocElements':
      return [command.adHocSubProcess, ...command.elements];
    case 'AddMultiInstanceMember':
    case 'RemoveMultiInstanceMember':
      return [command.multiInstance];
    case 'ModifyProcessInstance':
      return [
        ...command.terminate,
        ...command.activate.flatMap(({ elementId, scope }) => [
          elementId,
          ...(scope === undefined ? [] : [scope]),
        ]),
      ];
    default:
      return [];
  }
}
