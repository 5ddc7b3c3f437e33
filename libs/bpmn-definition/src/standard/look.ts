import { elementIn, elementsIn, localType, textIn, type ModdleElement } from '../xml/moddle-element.js';
import { isA } from './standard-model.js';

/** The definitions of an event: its own and those that it refers to. */
export const definitionsOf = (event: ModdleElement): readonly ModdleElement[] => [
  ...elementsIn(event, 'eventDefinitions'),
  ...elementsIn(event, 'eventDefinitionRef'),
];

/** `Timer`, `Message` … of each definition of an event. */
export const kindsOf = (event: ModdleElement): string[] =>
  definitionsOf(event).map((definition) => localType(definition).replace(/EventDefinition$/, ''));

/** The flow nodes directly in a process or sub-process. */
export const nodesOn = (level: ModdleElement | undefined): readonly ModdleElement[] =>
  level ? elementsIn(level, 'flowElements').filter((element) => isA(element, 'FlowNode')) : [];

export const isEventSubProcess = (element: ModdleElement | undefined): boolean =>
  isA(element, 'SubProcess') && element?.triggeredByEvent === true;

export const isLink = (event: ModdleElement): boolean => kindsOf(event).includes('Link');

/** Whether it lies in a process that does not say `isExecutable`: what only execution needs may be left out there. */
export function isOnlyDrawn(element: ModdleElement): boolean {
  for (let at: ModdleElement | undefined = element; at; at = at.$parent)
    if (isA(at, 'Process')) return at.isExecutable !== true;
  return false;
}

/** Whether it lies in a process that says `isExecutable`; what stands at the root of a file does not. */
export function isExecuted(element: ModdleElement): boolean {
  for (let at: ModdleElement | undefined = element; at; at = at.$parent)
    if (isA(at, 'Process')) return at.isExecutable === true;
  return false;
}

/** The item that an event definition, message, signal … carries, by this property. */
export const itemOf = (element: ModdleElement | undefined, property: string): ModdleElement | undefined =>
  element && elementIn(element, property);

/** Equal for one item and for items of the same structure. */
export const structureOf = (item: ModdleElement | undefined): ModdleElement | string | undefined =>
  textIn(item, 'structureRef') ?? item;
