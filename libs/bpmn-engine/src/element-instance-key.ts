import type { ExecutableProcess } from '@wuqing/bpmn-model';
import type { ElementInstanceKey } from './command.js';

/** The name of the `serial`-th visit in this process instance: `elementId#serial`. BPMN ids contain neither # nor /. */
export const keyOf = (elementId: string, serial: number): ElementInstanceKey => `${elementId}#${serial}`;

export const serialOf = (key: ElementInstanceKey): number => Number(key.slice(key.lastIndexOf('#') + 1));

/** The process itself as the outermost scope. It is not in `instances`: it runs while the status says so. */
export const rootKeyOf = (process: ExecutableProcess): ElementInstanceKey => keyOf(process.key, 0);

/** The order of visits, which no replay can change, whatever order a store gives to the keys of an object. */
export const bySerial = (a: ElementInstanceKey, b: ElementInstanceKey): number => serialOf(a) - serialOf(b);
