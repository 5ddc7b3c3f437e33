import type { ExtensionWords } from './extension-word.js';
import { unless, type BpmnCell } from './bpmn-cell.js';
import { finding, ignored, ofZeebe, type Verdict } from './verdict.js';

const trueOrFalse = [/^(true|false)$/, '只能写 true 或 false'] as const;
const mapping = { attributes: ['source', 'target'] } as const;

/** What sends by a service: `zeebe:taskDefinition` on a message that is thrown. */
const sending = ['SendTask', 'EndEvent.Message', 'IntermediateThrowEvent.Message'] as const;

/** The `zeebe:` elements that are read, by local name. */
export const zeebeWords: ExtensionWords = {
  assignmentDefinition: {
    on: ['UserTask'],
    attributes: ['assignee', 'candidateGroups', 'candidateUsers'],
    once: true,
  },
  formDefinition: { on: ['UserTask'], attributes: ['formId'], once: true },
  taskDefinition: {
    on: ['ServiceTask', 'BusinessRuleTask', ...sending],
    attributes: ['type', 'retries'],
    once: true,
  },
  ioMapping: { on: ['*'], children: { input: mapping, output: mapping }, once: true },
  script: { on: ['ScriptTask'], attributes: ['expression', 'resultVariable'], once: true },
  subscription: { on: ['Message'], attributes: ['correlationKey'], once: true },
  calledElement: {
    on: ['CallActivity'],
    attributes: [
      'processId',
      'bindingType',
      'versionTag',
      'propagateAllParentVariables',
      'propagateAllChildVariables',
    ],
    values: { propagateAllParentVariables: trueOrFalse, propagateAllChildVariables: trueOrFalse },
    once: true,
  },
  calledDecision: {
    on: ['BusinessRuleTask'],
    attributes: ['decisionId', 'resultVariable', 'bindingType', 'versionTag'],
    once: true,
  },
  adHoc: { on: ['AdHocSubProcess'], attributes: ['activeElementsCollection'], once: true },
  loopCharacteristics: {
    on: ['MultiInstanceLoopCharacteristics'],
    attributes: ['inputCollection', 'inputElement', 'outputCollection', 'outputElement'],
    once: true,
  },
  versionTag: { on: ['Process'], attributes: ['value'], once: true },
};

const warning = (advice: string): Verdict => finding('supported-extension', 'warning', advice);
const form = '表单随流程一起发布；请用 zeebe:formDefinition 的 formId 选定它的标识';

/** The other `zeebe:` elements, wherever they stand. */
export const otherZeebeWords: Readonly<Record<string, Verdict>> = {
  // It says that the engine does the task itself, which is what ours always does.
  userTask: ignored('default'),
  properties: ignored('tool'),
  userTaskForm: ofZeebe(form),
  taskHeaders: ofZeebe('服务收不到它；请用 zeebe:ioMapping 的输入传递'),
  priorityDefinition: warning('待办不按它排序；请删去'),
  jobPriorityDefinition: warning('服务任务不按它排序；请删去'),
  taskSchedule: ofZeebe('到期和跟进日期不会执行；请写成 wq:serviceLevel'),
  executionListeners: ofZeebe('监听器不会执行；请画成服务任务'),
  taskListeners: ofZeebe('监听器不会执行；请画成服务任务，或写成 wq:guard'),
  linkedResources: ofZeebe('所附的资源不会交给服务；请用 zeebe:ioMapping 的输入传递'),
  conditionalFilter: ofZeebe('任何变量变化都会重新判定；请删去'),
  agentDefinition: ofZeebe('智能体不会执行；请改用 zeebe:taskDefinition 选定的服务'),
};

/** Attributes of a `zeebe:` element that is read which are not: element, attribute, verdict. */
export const otherZeebeAttributes: Readonly<Record<string, Readonly<Record<string, BpmnCell>>>> = {
  formDefinition: {
    formKey: ofZeebe(form),
    externalReference: ofZeebe(form),
    bindingType: unless(['deployment'], ofZeebe('流程总是用随它发布的表单；请删去')),
    versionTag: ofZeebe('流程总是用随它发布的表单；请删去'),
  },
  calledElement: {
    processIdExpression: ofZeebe('被调用的流程要是固定的；请写 processId'),
    businessId: ofZeebe('被调用的事项没有单独的编号；请删去'),
  },
  adHoc: {
    outputCollection: ofZeebe('不收集各步骤的结果；请用 zeebe:ioMapping 的输出'),
    outputElement: ofZeebe('不收集各步骤的结果；请用 zeebe:ioMapping 的输出'),
  },
};

/** Properties that are no notes: connectors read them in Camunda. */
export const zeebeConnector = /^(inbound\.|io\.camunda)/;
export const zeebeConnectorVerdict: Verdict = ofZeebe(
  '连接器不会执行；请用消息事件或 zeebe:taskDefinition 选定的服务',
);

/** What a modeler notes on elements of BPMN and on mappings. */
export const zeebeTemplateAttribute = /^(modelerTemplate|modelerConfiguration|retryCounter)/;
