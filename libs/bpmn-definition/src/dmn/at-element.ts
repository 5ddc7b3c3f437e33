import type { Problem } from '../problem.js';
import type { ModdleElement } from '../xml/moddle-element.js';

/** Where a problem lies: at the element, or the nearest around it that has an id. */
export function atElement(element: ModdleElement | undefined): Pick<Problem, 'elementId'> {
  for (let at = element; at; at = at.$parent) if (at.id !== undefined) return { elementId: at.id };
  return {};
}
