import type { ModdleWarning } from 'bpmn-moddle';
import { isElement, type ModdleElement } from './moddle-element.js';
import type { ParsedXml } from './parsed-xml.js';

/** What the parser says of a reference: it knows no ids, see `newModdle`. */
export const isUnresolved = ({ message }: ModdleWarning): boolean =>
  message.startsWith('unresolved reference');

/** Lets every reference refer to the element of its id; what is left over is warned of. */
export function withReferencesResolved(parsed: ParsedXml): ParsedXml {
  const byId = elementsById(parsed.definitions);
  return withResolved(parsed, ({ value = '' }) => byId.get(value));
}

/**
 * References are qualified names (BPMN 2.0.2 §8.1.3): `tns:message` with the prefix of the file's own target namespace is
 * the element `message` of this file, which is looked for under the whole text at first.
 */
export function withPrefixesResolved(parsed: ParsedXml): ParsedXml {
  const own = ownPrefixes(parsed.definitions);
  if (own.size === 0 || !parsed.warnings.some(isUnresolved)) return parsed;
  const byId = elementsById(parsed.definitions);
  return withResolved(parsed, ({ value = '' }) => {
    const [prefix = '', id = ''] = value.split(':');
    return own.has(prefix) ? byId.get(id) : undefined;
  });
}

function withResolved(
  parsed: ParsedXml,
  referredBy: (warning: ModdleWarning) => ModdleElement | undefined,
): ParsedXml {
  const warnings = parsed.warnings.filter((warning) => {
    const referred = isUnresolved(warning) ? referredBy(warning) : undefined;
    if (referred) refer(warning, referred);
    return !referred;
  });
  return { ...parsed, warnings };
}

/** The first element of each id; extensions have ids of their own. */
function elementsById(definitions: ModdleElement): ReadonlyMap<string, ModdleElement> {
  const byId = new Map<string, ModdleElement>();
  const open = [definitions];
  for (let element = open.pop(); element; element = open.pop()) {
    if (element.id !== undefined && !byId.has(element.id)) byId.set(element.id, element);
    open.push(...containedIn(element).toReversed());
  }
  return byId;
}

const containedIn = (element: ModdleElement): ModdleElement[] =>
  Object.entries(element)
    .filter(([name]) => !name.startsWith('$'))
    .flatMap(([, value]) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .filter(isElement)
    .filter((child) => child.$parent === element && child.$descriptor?.isGeneric !== true);

/** The prefixes that the root declares for its target namespace. */
function ownPrefixes(definitions: ModdleElement): ReadonlySet<string> {
  const attributes = Object.entries(definitions.$attrs ?? {});
  return new Set(
    attributes
      .filter(([name, value]) => name.startsWith('xmlns:') && value === definitions.targetNamespace)
      .map(([name]) => name.slice('xmlns:'.length)),
  );
}

/** Lets an element refer to another by the property that the parser could not resolve. */
export function refer({ element, property = '' }: ModdleWarning, referred: object): void {
  const value = element?.get?.(property);
  if (Array.isArray(value)) value.push(referred);
  else element?.set?.(property, referred);
}
