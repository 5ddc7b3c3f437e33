import type { DecisionType } from '@wuqing/decision';
import { elementsIn, textIn, type ModdleElement } from '../xml/moddle-element.js';

/** Names of FEEL's types in DMN 1.3 (§10.3.2.1, and the spellings of DMN 1.1) and of Camunda's; null is "any". */
const builtInTypes: ReadonlyMap<string, DecisionType | undefined> = new Map([
  ['Any', undefined],
  ['any', undefined],
  ['string', 'string'],
  ['number', 'number'],
  ['integer', 'number'],
  ['long', 'number'],
  ['double', 'number'],
  ['boolean', 'boolean'],
  ['date', 'date'],
  ['time', 'time'],
  ['dateTime', 'date and time'],
  ['date and time', 'date and time'],
  ['dayTimeDuration', 'days and time duration'],
  ['days and time duration', 'days and time duration'],
  ['yearMonthDuration', 'years and months duration'],
  ['years and months duration', 'years and months duration'],
  ['list', 'list'],
  ['context', 'context'],
]);

/** The `itemDefinition`s of a file by name. */
export type ItemTypes = ReadonlyMap<string, ModdleElement>;

export const itemTypesOf = (definitions: ModdleElement): ItemTypes =>
  new Map(elementsIn(definitions, 'itemDefinition').map((item) => [textIn(item, 'name') ?? '', item]));

/** The type that a reference stands for, through item definitions; undefined for any type, null for an unknown one. */
export function typeOfReference(
  reference: string,
  types: ItemTypes,
  seen: readonly string[] = [],
): DecisionType | undefined | null {
  const name = reference.replace(/^feel:/, '');
  const item = types.get(name);
  if (!item) return builtInTypes.has(name) ? builtInTypes.get(name) : null;
  if (item.isCollection === true) return 'list';
  if (elementsIn(item, 'itemComponent').length > 0) return 'context';
  const base = textIn(item, 'typeRef');
  if (base === undefined) return undefined;
  return seen.includes(name) ? null : typeOfReference(base, types, [...seen, name]);
}
