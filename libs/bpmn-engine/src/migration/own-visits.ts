import type { ElementInstanceKey } from '../command.js';
import { bySerial } from '../element-instance-key.js';
import type { View } from '../view.js';

/** The running visits of the definition itself, the oldest first; what runs in a called process goes on as it is. */
export const ownVisits = ({ state: { instances } }: View): ElementInstanceKey[] =>
  Object.keys(instances)
    .filter((key) => !instances[key]!.elementId.includes('/'))
    .sort(bySerial);
