import { advance as released } from '../../../libs/bpmn-engine/src/index.js';
import { advance as reversed } from './effects-reversed.js';

export * from '../../../libs/bpmn-engine/src/index.js';

/** The same change as it should be made: under a name, which no older case was started with. */
export function advance(...given: Parameters<typeof released>): ReturnType<typeof released> {
  const [, , , { flags }] = given;
  return flags.includes('effects-reversed') ? reversed(...given) : released(...given);
}
