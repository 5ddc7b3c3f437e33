import { errorOf, type Problem } from '../problem.js';
import { isElement, localType, type ModdleElement } from '../xml/moddle-element.js';

/** Attributes that files carry where DMN has them not, and that say nothing. */
const harmless: ReadonlySet<string> = new Set(['id', 'label', 'xmlns']);

/** Attributes without prefix that DMN does not have at their place, as `typeref`: nobody would read them. */
export function foreignAttributes(root: ModdleElement): Problem[] {
  const problems: Problem[] = [];
  const visit = (element: ModdleElement, ownerId: string | undefined): void => {
    if (!element.$type.startsWith('dmn:') || element.$type === 'dmn:ExtensionElements') return;
    const elementId = element.id ?? ownerId;
    for (const name of Object.keys(element.$attrs ?? {}))
      if (!name.includes(':') && !harmless.has(name))
        problems.push(
          errorOf(
            'supported-decision',
            `「${localType(element)}」没有属性「${shortened(name)}」，请改正或删去。`,
            {
              ...(elementId !== undefined && { elementId }),
            },
          ),
        );
    for (const value of Object.values(element).flat()) if (isElement(value)) visit(value, elementId);
  };
  visit(root, undefined);
  return problems;
}

/** What a message says of the file: never more than 80 characters of it. */
export const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
