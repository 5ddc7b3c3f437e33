import { quoted } from '../../sentence.js';
import { eventKindOf, labelOf, linkOf } from '../../source/look-up.js';
import type { SourceModel, SourceNode } from '../../source/source-model.js';
import type { Rule } from '../rule.js';

/** A link leads from its throwing events to exactly one catching event of the same name on the same level. */
export const linkPair: Rule = {
  name: 'link-pair',
  check: (source) =>
    source.nodes
      .filter((node) => eventKindOf(node) === 'Link' && linkOf(node) !== undefined)
      .flatMap((node) => {
        const message = reasonOf(source, node);
        return message === undefined ? [] : [{ message, elementId: node.id }];
      }),
};

function reasonOf(source: SourceModel, node: SourceNode): string | undefined {
  const ends = source.nodes.filter(
    (other) => other.scope === node.scope && eventKindOf(other) === 'Link' && linkOf(other) === linkOf(node),
  );
  const catching = ends.filter(({ type }) => type === 'IntermediateCatchEvent');
  const name = `链接「${quoted(linkOf(node))}」`;
  if (node.type === 'IntermediateCatchEvent') {
    if (catching.length > 1) return `${name}在同一层有几个接收端，请只留一个。`;
    if (node.incoming.length > 0) return `链接接收端${labelOf(node)}不能有连线指向它，请删去连线。`;
    return ends.length === 1 ? `${name}没有发出端，请画一个或删去${labelOf(node)}。` : undefined;
  }
  if (node.outgoing.length > 0) return `链接发出端${labelOf(node)}后面不能有连线，请删去连线。`;
  return catching.length === 0 ? `${name}在同一层没有接收端，请画一个。` : undefined;
}
