import { quoted } from '../../sentence.js';
import { labelOf, zeebeAttribute } from '../../source/look-up.js';
import type { SourceNode } from '../../source/source-model.js';
import { unreadWords, type UnreadWord } from '../../words/unread-words.js';
import type { Finding, Rule } from '../rule.js';

/** Somebody is named for every user task; where another engine's words name somebody, the sentence says them. */
export const userTaskAssignment: Rule = {
  name: 'user-task-assignment',
  check: (source, options) => {
    const open = source.nodes.filter((node) => node.type === 'UserTask' && isOpen(node));
    if (open.length === 0) return [];
    const holders = unreadWords(source, options).filter(({ holder }) => holder);
    return open.map((node) =>
      findingOf(node, holders.find(({ elementId }) => elementId === node.id)?.holder),
    );
  },
};

const isOpen = (node: SourceNode): boolean =>
  ['assignee', 'candidateGroups', 'candidateUsers'].every(
    (attribute) => zeebeAttribute(node, 'assignmentDefinition', attribute) === undefined,
  );

function findingOf(node: SourceNode, holder: UnreadWord['holder']): Finding {
  const message =
    holder === undefined
      ? `${labelOf(node)}没有办理人，请设办理人或候选岗位。`
      : `${labelOf(node)}没有办理人：${holder.word} 写的「${quoted(holder.value)}」这里不认，请写成 zeebe:assignmentDefinition。`;
  return { message, elementId: node.id };
}
