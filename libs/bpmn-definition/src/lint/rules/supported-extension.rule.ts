import { labelOf } from '../../source/look-up.js';
import type { Rule } from '../rule.js';

export const understood: readonly string[] = [
  'assignmentDefinition',
  'formDefinition',
  'taskDefinition',
  'ioMapping',
  'script',
  'subscription',
  'calledElement',
  'calledDecision',
  'adHoc',
];
/** They say nothing that would be executed. */
export const harmless: readonly string[] = ['userTask', 'properties', 'versionTag', 'loopCharacteristics'];
const known: ReadonlySet<string> = new Set([...understood, ...harmless]);

/** A `zeebe:` element that would change the execution and that we do not execute is refused by name. */
export const supportedExtension: Rule = {
  name: 'supported-extension',
  check: ({ nodes }) =>
    nodes.flatMap((node) =>
      node.zeebe
        .filter(({ name }) => !known.has(name))
        .map(({ name }) => ({
          message: `${labelOf(node)}的扩展 zeebe:${name} 不支持,请删去。`,
          elementId: node.id,
        })),
    ),
};
