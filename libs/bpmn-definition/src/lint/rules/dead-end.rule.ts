import {
  endsImplicitly,
  eventKindOf,
  isBoundary,
  isEventSubProcess,
  isHandler,
  isInAdHoc,
  labelOf,
} from '../../source/look-up.js';
import type { SourceModel, SourceNode } from '../../source/source-model.js';
import type { Rule } from '../rule.js';

/** What is no end event leads on. */
export const deadEnd: Rule = {
  name: 'dead-end',
  check: (source) =>
    source.nodes
      .filter((node) => node.outgoing.length === 0 && !mayEnd(node) && !mayStop(source, node))
      .map((node) => ({
        message: `${labelOf(node)}后面没有连线，请连到下一步或结束事件。`,
        elementId: node.id,
      })),
};

/** An end event, a link that goes on elsewhere, and what belongs to compensation: no token passes there. */
const mayEnd = (node: SourceNode): boolean =>
  node.type === 'EndEvent' ||
  isEventSubProcess(node) ||
  isHandler(node) ||
  (node.type === 'IntermediateThrowEvent' && eventKindOf(node) === 'Link') ||
  (isBoundary(node) && eventKindOf(node) === 'Compensate');

/** Where nothing is an end event, a path ends with its last step; a boundary event always leads on. */
const mayStop = (source: SourceModel, node: SourceNode): boolean =>
  isInAdHoc(source, node) || (endsImplicitly(source, node.scope) && !isBoundary(node));
