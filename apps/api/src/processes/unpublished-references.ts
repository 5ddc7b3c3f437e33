import { boundKeyOf, type BoundReference, type ExecutableProcess, type FlowNode } from '@wuqing/bpmn-model';
import type { Problem } from '@wuqing/bpmn-definition';

type Reference = Pick<BoundReference, 'id' | 'binding' | 'versionTag'> & { readonly what: '流程' | '决策' };

/** A warning for every step that calls or asks what is not published; `unpublished`: keys as by `boundKeyOf`. */
export const unpublishedReferences = (
  process: ExecutableProcess,
  unpublished: ReadonlySet<string>,
): Problem[] =>
  Object.values(process.nodes).flatMap((node) => {
    const reference = referenceOf(node);
    return reference && unpublished.has(boundKeyOf(reference.id, reference, process))
      ? [
          {
            severity: 'warning',
            rule: 'published-reference',
            message: sentenceOf(node, reference),
            elementId: node.id,
          },
        ]
      : [];
  });

function referenceOf(node: FlowNode): Reference | undefined {
  if (node.type === 'callActivity') return { ...node, id: node.calledProcess, what: '流程' };
  if (node.type === 'businessRuleTask' && node.decision)
    return { ...node.decision, id: node.decision.decisionId, what: '决策' };
  return undefined;
}

const sentenceOf = ({ id, name }: FlowNode, { id: called, versionTag, what }: Reference): string =>
  `「${name === '' ? id : name}」所用的${what}「${called}」${versionTag === undefined ? '' : `（版本标签 ${versionTag}）`}还没有发布，办到这一步会停下，请先发布它或核对标识。`;
