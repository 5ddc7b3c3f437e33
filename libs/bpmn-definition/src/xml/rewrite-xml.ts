import { ok, type Result } from '@wuqing/kernel';
import type { ModdleWarning } from 'bpmn-moddle';
import type { Problem } from '../problem.js';
import { newModdle } from './moddle.js';
import { readXml } from './read-xml.js';

/**
 * A BPMN file read and written again, as the designer does on saving: formatted, in UTF-8, with model, ids, extensions
 * and diagram as they were. Comments and the order of attributes are not kept, and an attribute that only says its
 * default is left out. Problems as `readXml` finds them; what the linter refuses beyond them may be lost.
 */
export async function rewriteXml(xml: string): Promise<Result<string, Problem[]>> {
  const parsed = await readXml(xml);
  if (!parsed.ok) return parsed;
  for (const warning of parsed.value.warnings) keepReference(warning);
  const written = await newModdle().toXML(parsed.value.definitions, { format: true });
  return ok(written.xml);
}

/** A reference to what is not in this file (a type of another schema) is dropped by the parser: it stays as text. */
function keepReference({ message, element, property, value }: ModdleWarning): void {
  if (!message.startsWith('unresolved reference') || property === undefined) return;
  const { $attrs } = element as { readonly $attrs?: Record<string, unknown> };
  if ($attrs) $attrs[property.slice(property.indexOf(':') + 1)] = value;
}
