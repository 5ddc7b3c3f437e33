import { wuqingNamespace, zeebeNamespace } from '../xml/name-spaces.js';
import { elementIn, elementsIn, isElement, type ModdleElement } from '../xml/moddle-element.js';

/** An extension element as it stands in the file. */
export interface RawExtension {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly RawExtension[];
  readonly text?: string;
}

export const zeebeOf = (element: ModdleElement): RawExtension[] => extensionsOf(element, zeebeNamespace);
export const wuqingOf = (element: ModdleElement): RawExtension[] => extensionsOf(element, wuqingNamespace);

function extensionsOf(element: ModdleElement, namespace: string): RawExtension[] {
  const container = elementIn(element, 'extensionElements');
  if (!container) return [];
  return elementsIn(container, 'values')
    .filter((value) => value.$descriptor?.ns?.uri === namespace)
    .map(rawOf);
}

/** Whether extension elements of `element` nest deeper than `depth`; walks without recursion. */
export function nestsDeeper(element: ModdleElement, depth: number): boolean {
  let level = elementIn(element, 'extensionElements')?.values;
  for (let at = 0; Array.isArray(level) && level.length > 0; at++) {
    if (at > depth) return true;
    level = level.filter(isElement).flatMap(({ $children }) => $children ?? []);
  }
  return false;
}

function rawOf(element: ModdleElement): RawExtension {
  const attributes = Object.entries(element).filter(
    (entry): entry is [string, string] => !entry[0].startsWith('$') && typeof entry[1] === 'string',
  );
  const text = typeof element.$body === 'string' ? element.$body.trim() : '';
  return {
    name: element.$descriptor?.ns?.localName ?? element.$type,
    attributes: Object.fromEntries(attributes),
    children: (element.$children ?? []).filter(isElement).map(rawOf),
    ...(text === '' ? {} : { text }),
  };
}
