import { Parser } from 'saxen';
import type { ModdleElement } from '../xml/moddle-element.js';
import { placeIn } from './schema-order.js';
import { findingAt, forOthers, type StandardRule } from './standard-rule.js';

const bpmn = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const prefix = 'bpmn:';

interface Open {
  readonly name: string;
  readonly id: string | undefined;
  place: number;
}

/** Elements of which a child stands behind one that it has to stand before, by the id of the nearest that has one. */
function disorderedIn(xml: string): (string | undefined)[] {
  const found: (string | undefined)[] = [];
  const open: Open[] = [];
  const parser = new Parser().ns({ [bpmn]: 'bpmn' });
  parser.on('openTag', (name, getAttributes) => {
    const parent = open.at(-1);
    const place = parent && childPlace(parent, name);
    if (parent && place !== undefined && place < parent.place) found.push(parent.id);
    if (parent && place !== undefined) parent.place = Math.max(parent.place, place);
    const id = getAttributes().id ?? parent?.id;
    open.push({ name, id, place: -1 });
  });
  parser.on('closeTag', () => open.pop());
  parser.parse(xml);
  return found;
}

const childPlace = (parent: Open, name: string): number | undefined =>
  parent.name.startsWith(prefix) && name.startsWith(prefix)
    ? placeIn(parent.name.slice(prefix.length), name.slice(prefix.length))
    : undefined;

const childOrder: StandardRule = {
  constraint: 'schema-order',
  alike: ['XSD', 'XSD-Check'],
  says: 'The children of an element stand in the order of the XML schema.',
  find: ({ xml, definitions, all }) => {
    const disordered = [...new Set(disorderedIn(xml))];
    if (disordered.length === 0) return [];
    const byId = new Map<string | undefined, ModdleElement>(
      all('BaseElement').map((element) => [element.id, element]),
    );
    return disordered.map((id) =>
      findingAt(byId.get(id) ?? definitions, '里的元素顺序不合 BPMN 的 XML Schema，请从设计器重新导出。'),
    );
  },
};

/** Not asked at publication: we read elements in any order, and write them in the right one. */
export const schemaRules: readonly StandardRule[] = forOthers('every', childOrder);
