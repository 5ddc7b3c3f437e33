import { bpmnNamespace, diagramSpaces } from '../xml/name-spaces.js';
import { rawAttribute } from '../xml/raw-element.js';
import { rawFileOf, type RawFile } from './raw-file.js';
import type { SourceModel } from './source-model.js';

export interface WrittenId {
  readonly id: string;
  readonly line: number | undefined;
}

const known = new WeakMap<SourceModel, readonly WrittenId[]>();

/**
 * The ids of BPMN's elements and of its pictures, in document order; extensions have ids of their own. The file is walked once for
 * all the rules that ask.
 */
export function writtenIds(source: SourceModel): readonly WrittenId[] {
  const ids = known.get(source) ?? idsIn(rawFileOf(source));
  known.set(source, ids);
  return ids;
}

function idsIn({ root, lineOf }: RawFile): WrittenId[] {
  const ids: WrittenId[] = [];
  const open = root ? [root] : [];
  for (let element = open.pop(); element; element = open.pop()) {
    if (element.uri !== bpmnNamespace && !diagramSpaces.includes(element.uri)) continue;
    const id = rawAttribute(element, 'id');
    const { order } = element;
    if (id !== undefined)
      ids.push({
        id,
        get line() {
          return lineOf({ order });
        },
      });
    open.push(...element.children.toReversed());
  }
  return ids;
}
