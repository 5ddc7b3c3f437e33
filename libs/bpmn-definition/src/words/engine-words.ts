import type { Finding } from './verdict.js';

/** What a word of another engine means there, and what to write here. */
export interface EngineWord {
  readonly severity: Finding['severity'];
  /** A Chinese sentence without its end. */
  readonly advice: string;
  /** Whether it says who does a task: the sentence that nobody does it names it. */
  readonly holder?: true;
}

const error = (advice: string): EngineWord => ({ severity: 'error', advice });
const warning = (advice: string): EngineWord => ({ severity: 'warning', advice });

const each = (names: string, word: EngineWord): Readonly<Record<string, EngineWord>> =>
  Object.fromEntries(names.split(' ').map((name) => [name, word]));

const holder = (attribute: string, means: string): EngineWord => ({
  ...error(`在那里${means}；请写成 zeebe:assignmentDefinition 的 ${attribute}`),
  holder: true,
});

const listener = error('在那里到这一步时执行程序；请画成服务任务，或写成 wq:guard');
const mapping = error('在那里传递变量；请写成 zeebe:ioMapping');
const form = error('在那里是办理时填写的表单；请用 zeebe:formDefinition 的 formId 选一个表单');
const service = error('在那里指定办理的程序；请写成 zeebe:taskDefinition 的 type');
const script = error('在那里执行脚本；请用 zeebe:script 写成 FEEL 表达式');
const collection = error('在那里指定多实例的成员；请写成 zeebe:loopCharacteristics');
const call = error('在那里说明怎样调用流程；请写成 zeebe:calledElement');
const decision = error('在那里选定决策；请写成 zeebe:calledDecision');
const result = error('在那里把结果存入变量；请写成 zeebe:ioMapping 的输出');
const thrown = error('在那里把错误或升级的内容存入变量；请在事件上写 zeebe:ioMapping 的输出');
const starter = error('在那里限定谁可以启动；这里由第一个人工任务的办理人启动，请写在那里');
const registry = error('在那里收发外部事件；请用消息事件');
const transaction = warning('在那里划分事务，这里每一步都单独存盘；请删去');
const history = warning('在那里管理历史或显示，这里不用；请删去');
const retry = warning('在那里说明失败后怎样重试；请写成 zeebe:taskDefinition 的 retries');

/** Attributes of Camunda 7, Activiti and Flowable, which share their words. */
const processEngineAttributes: Readonly<Record<string, EngineWord>> = {
  assignee: holder('assignee', '指定办理人'),
  candidateUsers: holder('candidateUsers', '指定可以办理的人'),
  candidateGroups: holder('candidateGroups', '指定可以办理的岗位'),
  owner: error('在那里指定任务的所有者，这里没有；请用 zeebe:assignmentDefinition 指定办理人'),
  ...each('candidateStarterUsers candidateStarterGroups', starter),
  initiator: error('在那里把启动人存入变量；请读变量 caseId 所指的事项，或在表单里填写'),
  ...each('dueDate businessCalendarName', error('在那里是办结期限；请写成 wq:serviceLevel 的 term 或 due')),
  followUpDate: warning('在那里是跟进提醒；请写成 wq:serviceLevel 的 warn'),
  priority: warning('在那里给待办排序，这里不用；请删去'),
  ...each('formKey formRef formRefBinding formRefVersion formHandlerClass formFieldValidation', form),
  skipExpression: error('在那里条件成立时跳过这一步；请在前面画一个排他网关'),
  ...each('collection elementVariable elementIndexVariable', collection),
  ...each('async asyncBefore asyncAfter asyncLeave exclusive asyncLeaveExclusive', transaction),
  ...each('jobPriority taskPriority jobCategory jobTopic', history),
  ...each('class expression delegateExpression type topic resource triggerable', service),
  ...each('parallelInSameTransaction noWaitStatesAsyncLeave', transaction),
  ...each('resultVariable resultVariableName storeResultVariableAsTransient', result),
  ...each('useLocalScopeForResultVariable useLocalScopeForOutParameters', result),
  autoStoreVariables: script,
  ...each('decisionRef decisionRefBinding decisionRefVersion decisionRefVersionTag', decision),
  ...each('decisionRefTenantId mapDecisionResult decisionTableReferenceKey', decision),
  ...each('rules ruleVariablesInput rulesVariablesInput exclude', decision),
  ...each('calledElementBinding calledElementVersion calledElementVersionTag', call),
  ...each('calledElementTenantId calledElementType caseRef caseBinding caseVersion caseTenantId', call),
  ...each('variableMappingClass variableMappingDelegateExpression inheritVariables', call),
  ...each('inheritBusinessKey businessKey sameDeployment fallbackToDefaultTenant', call),
  ...each('processInstanceName processInstanceIdVariableName completeAsync', call),
  ...each('errorCodeVariable errorMessageVariable escalationCodeVariable errorVariableName', thrown),
  ...each('errorVariableLocalScope errorVariableTransient escalationCode', thrown),
  errorMessage: warning('在那里是错误的说明，这里不用；请删去'),
  ...each(
    'variableName variableEvents',
    error('在那里限定哪些变量变化时判定；这里任何变量变化都判定，请删去'),
  ),
  ...each(
    'scope signalExpression messageExpression',
    error('在那里限定信号或消息送到哪里；请写成固定的名称'),
  ),
  terminateAll: error('在那里连同调用者一起终止；这里只终止本层，请在调用者里接住结果'),
  terminateMultiInstance: error('在那里终止整个多实例；请写多实例的完成条件'),
  actionOn: error('在那里限定何时判定；请删去'),
  ...each('taskIdVariableName taskCompleterVariableName', result),
  validateFormFields: error('在那里说明是否检查表单；这里总是检查，请删去'),
  ...each('historyTimeToLive isStartableInTasklist category localizedName', history),
  isEagerExecutionFetching: history,
  versionTag: warning('在那里是版本标签；请写成 zeebe:versionTag 的 value'),
  dateFormat: form,
};

const processEngineElements: Readonly<Record<string, EngineWord>> = {
  ...each('executionListener taskListener eventListener', listener),
  ...each('inputOutput inputParameter outputParameter in out', mapping),
  ...each('connector field httpRequestHandler httpResponseHandler customProperties', service),
  ...each('formData formField formProperty', form),
  ...each('potentialStarter', starter),
  customResource: holder('candidateGroups', '指定与任务有关的人'),
  ...each('script executionListenerScript', script),
  ...each('collection variableAggregation', collection),
  ...each(
    'errorEventDefinition mapException',
    error('在那里把程序的失败变成错误；请让服务报告业务错误，用错误边界事件接住'),
  ),
  failedJobRetryTimeCycle: retry,
  ...each('properties property', warning('是那里的附注，这里不读；请删去')),
  ...each('localization taskCalendar', history),
  ...each(
    'eventType triggerEventType eventInParameter eventOutParameter eventCorrelationParameter',
    registry,
  ),
  ...each(
    'channelKey triggerChannelKey eventName eventPayload sendSynchronously startEventCorrelationConfiguration',
    registry,
  ),
  ...each('variableListenerEventDefinition variableListener', error('在那里变量变化时发生；请用条件事件')),
  ...each('eventRegistryEventDefinition', registry),
  ...each('dataObjectValue value', error('在那里给数据对象一个初值；请用 zeebe:ioMapping 或表单写入变量')),
  ...each('case-page-layout work-form-field-validation', history),
  constraint: form,
};

const scripts = error('在那里进入或离开这一步时执行脚本；请画成脚本任务（zeebe:script）');
const droolsElements: Readonly<Record<string, EngineWord>> = {
  ...each('onEntry-script onExit-script', scripts),
  ...each('global import', warning('是那里脚本用的声明，这里不用；请删去')),
  metaData: warning('是那里的附注，这里不读；请删去'),
};
const droolsAttributes: Readonly<Record<string, EngineWord>> = {
  taskName: service,
  ruleFlowGroup: decision,
  ...each('independent waitForCompletion', call),
  adHoc: error('在那里各步骤可以随意启动；请画成临时子流程'),
  ...each('packageName version dtype priority', warning('是那里的附注，这里不用；请删去')),
};

export interface Engine {
  readonly name: string;
  readonly attributes: Readonly<Record<string, EngineWord>>;
  readonly elements: Readonly<Record<string, EngineWord>>;
}

const processEngine = (name: string): Engine => ({
  name,
  attributes: processEngineAttributes,
  elements: processEngineElements,
});

/** Engines whose words we know, by the address of their name space. */
export const engines: Readonly<Record<string, Engine>> = {
  'http://camunda.org/schema/1.0/bpmn': processEngine('Camunda 7'),
  'http://activiti.com/modeler': processEngine('Activiti'),
  'http://activiti.org/bpmn': processEngine('Activiti'),
  'http://flowable.org/bpmn': processEngine('Flowable'),
  'http://www.jboss.org/drools': { name: 'jBPM', attributes: droolsAttributes, elements: droolsElements },
};

/** Attributes of engines that only note something for their modelers. */
export const engineNote = /^(modelerTemplate|diagramRelationId|design-id|stencil)/i;

/** Name spaces of what tools note for themselves, and of pictures. */
export const toolSpaces: readonly string[] = [
  'http://bpmn.io/schema/bpmn/biocolor/1.0',
  'http://www.omg.org/spec/BPMN/non-normative/color/1.0',
  'http://www.omg.org/spec/BPMN/non-normative/extended/1.0',
  'http://camunda.org/schema/modeler/1.0',
  'http://flowable.org/modeler',
  'http://flowable.org/design',
  'http://www.signavio.com',
  'http://www.bpsim.org/schemas/1.0',
  'http://www.bpsim.org/schemas/2.0',
];
