import { reservedWords } from '../feel/token.js';
import { elementIn, isElement, type ModdleElement } from '../xml/moddle-element.js';
import { nameIn } from './name-in.js';

/** Where the name of an entry stands: in the element itself, or in its variable. */
const own: ReadonlySet<string> = new Set(['dmn:ItemDefinition', 'dmn:OutputClause']);

/**
 * Names of components, entries, columns and outputs anywhere in the file, of those that FEEL does not read as one by
 * itself: with a key word or a sign inside.
 */
export function entryNamesOf(root: ModdleElement): string[] {
  const names = new Set<string>();
  const add = (name: string | undefined): void => {
    if (name !== undefined && needsHelp(name)) names.add(name);
  };
  const visit = (element: ModdleElement): void => {
    if (own.has(element.$type)) add(nameIn(element));
    if (element.$type === 'dmn:ContextEntry') add(nameIn(elementIn(element, 'variable')));
    if (element.$type === 'dmn:Relation' && Array.isArray(element.column))
      for (const column of element.column) if (isElement(column)) add(nameIn(column));
    for (const value of Object.values(element).flat()) if (isElement(value)) visit(value);
  };
  visit(root);
  return [...names];
}

const needsHelp = (name: string): boolean =>
  /[^\p{L}\p{N}_ ]/u.test(name) || name.split(' ').some((word) => reservedWords.has(word));
