import { nameText } from '../feel/token.js';
import { textIn, type ModdleElement } from '../xml/moddle-element.js';

/** A name as FEEL reads it, white space inside it made single spaces; undefined where there is none. */
export function nameIn(element: ModdleElement | undefined, property = 'name'): string | undefined {
  const text = textIn(element, property);
  return text === undefined ? undefined : nameText(text);
}
