import type { FlowNode } from '@wuqing/bpmn-model';

/** Why a running visit of `from` cannot go on as one of `to`, in Chinese; undefined where it can. */
export function whyNotAlike(from: FlowNode, to: FlowNode): string | undefined {
  if (from.type !== to.type) return `类型由 ${from.type} 变为 ${to.type}，不能迁移。`;
  if (loopOf(from) !== loopOf(to)) return '循环或多实例的方式变了，不能迁移。';
  if (from.isForCompensation !== to.isForCompensation) return '是否补偿处理变了，不能迁移。';
  if (from.type === 'subProcess' && to.type === 'subProcess' && kindOf(from) !== kindOf(to))
    return '子流程的种类变了，不能迁移。';
  if (from.type === 'callActivity' && to.type === 'callActivity' && from.calledProcess !== to.calledProcess)
    return `调用的流程由 ${from.calledProcess} 变为 ${to.calledProcess}，不能迁移。`;
  if ('definition' in from && 'definition' in to && from.definition.kind !== to.definition.kind)
    return `事件由 ${from.definition.kind} 变为 ${to.definition.kind}，不能迁移。`;
  return undefined;
}

const loopOf = ({ loop }: FlowNode): string =>
  loop === undefined
    ? ''
    : loop.kind === 'standard'
      ? 'standard'
      : loop.isSequential
        ? 'sequential'
        : 'parallel';

const kindOf = (node: Extract<FlowNode, { type: 'subProcess' }>): string =>
  [node.triggeredByEvent, node.transaction === true, node.adHoc?.ordering ?? ''].join(' ');
