import { by, isRead, left, refused, unless, warned, type BpmnCell } from './bpmn-cell.js';

const data = '声明数据的输入输出，这里不执行；变量请用 zeebe:ioMapping 传递';
const performer = '指定由谁办理，这里不执行；请写成 zeebe:assignmentDefinition';
const service = '指定用什么技术实现，这里不执行；由 zeebe:taskDefinition 选定的服务办理';
const operation = '指定调用的操作，这里不执行；由 zeebe:taskDefinition 选定的服务办理';
const watch = '是给审计、监控用的声明，这里不执行；办理过程本系统自会留痕';
const holder = '声明存放数据的地方，这里不执行；变量由表单、zeebe:ioMapping 和服务写入';
const members = '指定多实例的数据，这里不执行；请写成 zeebe:loopCharacteristics';
const language = '指定表达式的语言，这里只认 FEEL；请删去，并以 = 开头写 FEEL 表达式';
const correlation = '声明消息怎样对应事项，这里不执行；请在消息上写 zeebe:subscription 的 correlationKey';

/** Languages of expressions that mean ours. */
const feel: readonly string[] = [
  '',
  'feel',
  'http://www.omg.org/spec/FEEL/20140401',
  'http://www.omg.org/spec/DMN/20180521/FEEL/',
  'https://www.omg.org/spec/DMN/20191111/FEEL/',
  'https://www.omg.org/spec/DMN/20211108/FEEL/',
  'https://www.omg.org/spec/DMN/20230324/FEEL/',
];

const drawnTarget = '__targetRef_placeholder';

/** What no tool chose: the defaults of BPMN for how a task is done. */
const unspecified = unless(['', '##unspecified', '##WebService', '##unspecified()'], warned(service));

/** Activities, events, gateways and flows: type that declares the word → the word → what becomes of it. */
const flowCells: Readonly<Record<string, Readonly<Record<string, BpmnCell>>>> = {
  BaseElement: {
    id: isRead,
    documentation: left('documentation'),
    extensionDefinitions: refused('声明扩展的定义，这里不执行；请删去'),
    extensionElements: isRead,
  },
  FlowElement: {
    name: isRead,
    auditing: warned(watch),
    monitoring: warned(watch),
    categoryValueRef: left('drawing'),
  },
  FlowNode: { incoming: left('back'), outgoing: left('back'), lanes: left('back') },
  InteractionNode: { incomingConversationLinks: left('back'), outgoingConversationLinks: left('back') },
  SequenceFlow: {
    isImmediate: unless(['true'], by('bpmn-standard')),
    conditionExpression: isRead,
    sourceRef: isRead,
    targetRef: isRead,
  },
  Activity: {
    isForCompensation: isRead,
    default: isRead,
    ioSpecification: warned(data),
    boundaryEventRefs: left('back'),
    // Modelers draw an arrow of data to a property of this name.
    properties: unless([drawnTarget], warned(holder)),
    dataInputAssociations: isRead,
    dataOutputAssociations: isRead,
    startQuantity: by('supported-element'),
    resources: refused(performer),
    completionQuantity: by('supported-element'),
    loopCharacteristics: isRead,
  },
  UserTask: {
    renderings: warned('是别的系统的界面，这里不显示；请用 zeebe:formDefinition 选一个表单'),
    implementation: unspecified,
  },
  ServiceTask: { implementation: unspecified, operationRef: warned(operation) },
  SendTask: { implementation: unspecified, operationRef: warned(operation), messageRef: isRead },
  ReceiveTask: {
    implementation: unspecified,
    instantiate: isRead,
    operationRef: warned(operation),
    messageRef: isRead,
  },
  BusinessRuleTask: { implementation: unspecified },
  ScriptTask: { scriptFormat: by('script-task'), script: by('script-task') },
  CallActivity: { calledElement: by('call-activity-target') },
  SubProcess: { triggeredByEvent: isRead, artifacts: isRead },
  FlowElementsContainer: { laneSets: left('drawing'), flowElements: isRead },
  Transaction: {
    protocol: warned('指定事务的协议，这里不执行；取消时总是按补偿处理'),
    method: unless(
      ['##Compensate', '##compensate'],
      refused('指定事务怎样撤销，这里总是用补偿（##Compensate）；请删去'),
    ),
  },
  AdHocSubProcess: {
    triggeredByEvent: unless(['false'], refused('临时子流程不能由事件触发；请改用普通的事件子流程')),
    completionCondition: isRead,
    ordering: isRead,
    cancelRemainingInstances: isRead,
  },
  Gateway: { gatewayDirection: by('bpmn-standard') },
  EventBasedGateway: { instantiate: isRead, eventGatewayType: by('event-gateway') },
  ExclusiveGateway: { default: isRead },
  InclusiveGateway: { default: isRead },
  ComplexGateway: { activationCondition: by('supported-element'), default: isRead },
  Event: { properties: unless([drawnTarget], warned(holder)) },
  CatchEvent: {
    parallelMultiple: unless(['false'], warned('要求几个事件都发生，这里一个事件只有一个定义；请删去')),
    dataOutputs: warned(data),
    dataOutputAssociations: isRead,
    outputSet: warned(data),
    eventDefinitions: isRead,
    eventDefinitionRef: isRead,
  },
  ThrowEvent: {
    dataInputs: warned(data),
    dataInputAssociations: isRead,
    inputSet: warned(data),
    eventDefinitions: isRead,
    eventDefinitionRef: isRead,
  },
  StartEvent: { isInterrupting: isRead },
  BoundaryEvent: { cancelActivity: isRead, attachedToRef: isRead },
  ErrorEventDefinition: { errorRef: isRead },
  EscalationEventDefinition: { escalationRef: isRead },
  CompensateEventDefinition: { waitForCompletion: by('compensation-handler'), activityRef: isRead },
  TimerEventDefinition: { timeDate: isRead, timeCycle: isRead, timeDuration: isRead },
  LinkEventDefinition: { name: isRead, target: isRead, source: left('back') },
  MessageEventDefinition: { messageRef: isRead, operationRef: warned(operation) },
  ConditionalEventDefinition: { condition: isRead },
  SignalEventDefinition: { signalRef: isRead },
  MultiInstanceLoopCharacteristics: {
    isSequential: isRead,
    behavior: isRead,
    loopCardinality: isRead,
    loopDataInputRef: refused(members),
    loopDataOutputRef: refused(members),
    inputDataItem: refused(members),
    outputDataItem: refused(members),
    complexBehaviorDefinition: by('loop'),
    completionCondition: isRead,
    oneBehaviorEventRef: isRead,
    noneBehaviorEventRef: isRead,
  },
  StandardLoopCharacteristics: { testBefore: isRead, loopCondition: isRead, loopMaximum: isRead },
  Expression: { body: isRead },
  FormalExpression: {
    language: unless(feel, refused(language)),
    evaluatesToTypeRef: left('type'),
  },
};

/** Data, the process and what stands at the root of a file. */
const rootCells: Readonly<Record<string, Readonly<Record<string, BpmnCell>>>> = {
  DataAssociation: {
    sourceRef: left('drawing'),
    targetRef: left('drawing'),
    transformation: refused('在步骤之间换算数据，这里不执行；请用 zeebe:ioMapping 写成表达式'),
    assignment: refused('给数据赋值，这里不执行；请用 zeebe:ioMapping 写成表达式'),
  },
  ItemAwareElement: {
    itemSubjectRef: warned(holder),
    dataState: warned('声明数据的状态，这里不执行；请用变量表示'),
  },
  DataObject: { isCollection: unless(['false'], warned(holder)) },
  DataObjectReference: { dataObjectRef: left('drawing') },
  DataStoreReference: { dataStoreRef: left('drawing') },
  DataStore: {
    name: left('drawing'),
    capacity: warned('声明数据存储的容量，这里不执行；请删去'),
    isUnlimited: unless(['true'], warned('声明数据存储的容量，这里不执行；请删去')),
  },
  Association: { associationDirection: left('drawing'), sourceRef: isRead, targetRef: isRead },
  CallableElement: {
    name: isRead,
    ioSpecification: isRead,
    supportedInterfaceRef: warned('声明流程对外提供的接口，这里不执行；请用消息启动流程'),
    ioBinding: warned('声明流程对外提供的接口，这里不执行；请用消息启动流程'),
  },
  InputOutputSpecification: {
    dataInputs: isRead,
    dataOutputs: warned('声明流程的输出，这里不执行；调用者用 zeebe:ioMapping 取回变量'),
    inputSets: left('drawing'),
    outputSets: left('drawing'),
  },
  DataInput: {
    name: isRead,
    itemSubjectRef: left('type'),
    isCollection: left('type'),
    inputSetRef: left('back'),
    inputSetWithOptional: left('back'),
    inputSetWithWhileExecuting: left('back'),
  },
  Process: {
    processType: by('bpmn-standard'),
    isClosed: unless(['false'], warned('声明没有图上未画的消息，这里不检查；请删去')),
    auditing: warned(watch),
    monitoring: warned(watch),
    properties: warned(holder),
    laneSets: left('drawing'),
    flowElements: isRead,
    artifacts: isRead,
    resources: refused(performer),
    correlationSubscriptions: refused(correlation),
    supports: warned('声明本流程实现另一个流程，这里不检查；请删去'),
    definitionalCollaborationRef: left('drawing'),
    isExecutable: isRead,
  },
  Definitions: {
    name: left('tool'),
    targetNamespace: isRead,
    expressionLanguage: unless(feel, warned(language)),
    typeLanguage: left('type'),
    imports: warned('引入另一个文件，这里不读；被调用的流程和决策请另行发布'),
    extensions: isRead,
    rootElements: isRead,
    diagrams: left('diagram'),
    exporter: left('tool'),
    relationships: left('drawing'),
    exporterVersion: left('tool'),
  },
  Extension: {
    mustUnderstand: unless(
      ['false'],
      refused('要求执行者懂得一种扩展，本系统不懂；请删去，并改写用到它的地方'),
    ),
    definition: left('type'),
    documentation: left('documentation'),
  },
  Collaboration: { correlationKeys: warned(correlation) },
  Participant: { participantMultiplicity: warned('声明有几个参与者，这里一个流程一次只办一件；请删去') },
  Message: { name: isRead, itemRef: left('type') },
  Signal: { name: isRead, structureRef: left('type') },
  Error: { name: left('documentation'), errorCode: isRead, structureRef: left('type') },
  Escalation: { name: left('documentation'), escalationCode: isRead, structureRef: left('type') },
};

export const bpmnCells: Readonly<Record<string, Readonly<Record<string, BpmnCell>>>> = {
  ...flowCells,
  ...rootCells,
};

/** What an element of a type is as a whole, where its word allows several types: else it is looked into. */
export const typeCells: Readonly<Record<string, BpmnCell>> = {
  TextAnnotation: left('drawing'),
  Group: left('drawing'),
  Collaboration: left('drawing'),
  GlobalConversation: left('drawing'),
  Choreography: left('drawing'),
  GlobalChoreographyTask: left('drawing'),
  Category: left('drawing'),
  PartnerEntity: left('drawing'),
  PartnerRole: left('drawing'),
  ItemDefinition: left('type'),
  CorrelationProperty: warned(correlation),
  EndPoint: warned('声明服务的地址，这里不用；由 zeebe:taskDefinition 选定的服务办理'),
  Interface: warned('声明服务的接口，这里不用；由 zeebe:taskDefinition 选定的服务办理'),
  Resource: warned('声明办理的人员，这里不用；请在人工任务上写 zeebe:assignmentDefinition'),
  GlobalTask: warned('是全局任务，这里不能调用；请改为流程'),
  GlobalUserTask: warned('是全局任务，这里不能调用；请改为流程'),
  GlobalManualTask: warned('是全局任务，这里不能调用；请改为流程'),
  GlobalScriptTask: warned('是全局任务，这里不能调用；请改为流程'),
  GlobalBusinessRuleTask: warned('是全局任务，这里不能调用；请改为流程'),
};

const drawnData = '只画不执行，不存数据；变量由表单、zeebe:ioMapping 和服务写入';

/** What is said of an element that is looked into all the same. */
export const noticeCells: Readonly<Record<string, BpmnCell>> = {
  DataObject: warned(drawnData),
  DataObjectReference: warned(drawnData),
  DataStoreReference: warned(drawnData),
  DataStore: warned(drawnData),
};
