import type { ModdleWarning } from 'bpmn-moddle';
import type { ModdleElement } from './moddle-element.js';

export interface ParsedXml {
  readonly definitions: ModdleElement;
  readonly warnings: readonly ModdleWarning[];
  readonly xml: string;
}
