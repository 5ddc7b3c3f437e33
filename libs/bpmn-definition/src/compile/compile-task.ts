import type { AdHoc, BusinessRuleTask, CallActivity } from '@wuqing/bpmn-model';
import { required } from '@wuqing/kernel';
import { adHocConditionOf, zeebeAttribute } from '../source/look-up.js';
import type { SourceNode } from '../source/source-model.js';
import type { ExpressionCompiler } from './expression-compiler.js';

/** `zeebe:adHoc` and the attributes of `bpmn:adHocSubProcess`. */
export function compileAdHoc(node: SourceNode, expressions: ExpressionCompiler): AdHoc {
  const activeElements = expressions.compileOptional(
    zeebeAttribute(node, 'adHoc', 'activeElementsCollection'),
  );
  const completionCondition = expressions.compileOptional(adHocConditionOf(node));
  return {
    ordering: node.element.ordering === 'Sequential' ? 'sequential' : 'parallel',
    ...(activeElements && { activeElements }),
    ...(completionCondition && { completionCondition }),
    cancelRemaining: node.element.cancelRemainingInstances !== false,
  };
}

type Binding = Pick<CallActivity, 'binding' | 'versionTag'>;

/** `bindingType` and `versionTag`; the version in force where it is left out or says `latest`. */
function bindingOf(node: SourceNode, extension: string): Binding {
  const binding = zeebeAttribute(node, extension, 'bindingType');
  if (binding === 'deployment') return { binding };
  if (binding !== 'versionTag') return {};
  return {
    binding,
    versionTag: required(zeebeAttribute(node, extension, 'versionTag'), `a version tag of ${node.id}`),
  };
}

type Call = Binding &
  Pick<CallActivity, 'calledProcess' | 'propagateAllParentVariables' | 'propagateAllChildVariables'>;

/** `zeebe:calledElement`. */
export function compileCall(node: SourceNode): Call {
  const propagated = ['propagateAllParentVariables', 'propagateAllChildVariables'].flatMap((name) => {
    const text = zeebeAttribute(node, 'calledElement', name);
    return text === undefined ? [] : [[name, text === 'true'] as const];
  });
  return {
    calledProcess: required(
      zeebeAttribute(node, 'calledElement', 'processId'),
      `a process called by ${node.id}`,
    ),
    ...bindingOf(node, 'calledElement'),
    ...Object.fromEntries(propagated),
  };
}

/** `zeebe:calledDecision`, or the service that decides. */
export function compileRule(node: SourceNode): Pick<BusinessRuleTask, 'decision' | 'worker'> {
  const taskType = zeebeAttribute(node, 'taskDefinition', 'type');
  if (taskType !== undefined)
    return { worker: { taskType, retries: Number(zeebeAttribute(node, 'taskDefinition', 'retries') ?? 3) } };
  return {
    decision: {
      decisionId: required(zeebeAttribute(node, 'calledDecision', 'decisionId'), `a decision of ${node.id}`),
      resultVariable: required(
        zeebeAttribute(node, 'calledDecision', 'resultVariable'),
        `a result variable of ${node.id}`,
      ),
      ...bindingOf(node, 'calledDecision'),
    },
  };
}
