import { diagramSpaces } from '../words/engine-words.js';
import { rawAttribute, type RawElement } from '../xml/raw-element.js';
import { bpmnNamespace } from '../xml/name-spaces.js';
import { rawFileOf } from './raw-file.js';
import type { SourceModel } from './source-model.js';

export interface WrittenId {
  readonly id: string;
  readonly element: RawElement;
  readonly line: number | undefined;
}

/** The ids of BPMN's elements and of its pictures, in document order; extensions have ids of their own. */
export function writtenIds(source: SourceModel): WrittenId[] {
  const { root, lineOf } = rawFileOf(source);
  const ids: WrittenId[] = [];
  const open = root ? [root] : [];
  for (let element = open.pop(); element; element = open.pop()) {
    if (element.uri !== bpmnNamespace && !diagramSpaces.includes(element.uri)) continue;
    const id = rawAttribute(element, 'id');
    const at = element;
    if (id !== undefined)
      ids.push({
        id,
        element,
        get line() {
          return lineOf(at);
        },
      });
    open.push(...element.children.toReversed());
  }
  return ids;
}
