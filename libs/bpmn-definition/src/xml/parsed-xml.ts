import type { ModdleWarning } from 'bpmn-moddle';
import type { ModdleElement } from './moddle-element.js';

export interface ParsedXml {
  readonly definitions: ModdleElement;
  readonly warnings: readonly ModdleWarning[];
  readonly xml: string;
}

/** As it is written: a reference with a prefix refers to nothing yet. */
export interface WrittenXml extends ParsedXml {
  readonly elementsById: Readonly<Record<string, unknown>>;
}
