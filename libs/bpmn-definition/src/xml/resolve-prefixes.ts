import type { ModdleWarning } from 'bpmn-moddle';
import { isElement, type ModdleElement } from './moddle-element.js';
import type { ParsedXml, WrittenXml } from './parsed-xml.js';

/**
 * References are qualified names (BPMN 2.0.2 §8.1.3): `tns:message` with the prefix of the file's own target namespace is
 * the element `message` of this file, which the parser looks for under the whole text.
 */
export function withPrefixesResolved({ elementsById, ...parsed }: WrittenXml): ParsedXml {
  const own = ownPrefixes(parsed.definitions);
  const warnings = parsed.warnings.filter((warning) => {
    const referred = ownReference(warning, own, elementsById);
    if (referred) refer(warning, referred);
    return !referred;
  });
  return { ...parsed, warnings };
}

/** The prefixes that the root declares for its target namespace. */
function ownPrefixes(definitions: ModdleElement): ReadonlySet<string> {
  const attributes = Object.entries(definitions.$attrs ?? {});
  return new Set(
    attributes
      .filter(([name, value]) => name.startsWith('xmlns:') && value === definitions.targetNamespace)
      .map(([name]) => name.slice('xmlns:'.length)),
  );
}

function ownReference(
  { message, value = '' }: ModdleWarning,
  own: ReadonlySet<string>,
  elementsById: Readonly<Record<string, unknown>>,
): ModdleElement | undefined {
  const [prefix = '', id = ''] = value.split(':');
  if (!message.startsWith('unresolved reference') || !own.has(prefix)) return undefined;
  const referred = Object.hasOwn(elementsById, id) ? elementsById[id] : undefined;
  return isElement(referred) ? referred : undefined;
}

/** Lets an element refer to another by the property that the parser could not resolve. */
export function refer({ element, property = '' }: ModdleWarning, referred: object): void {
  const value = element?.get?.(property);
  if (Array.isArray(value)) value.push(referred);
  else element?.set?.(property, referred);
}
