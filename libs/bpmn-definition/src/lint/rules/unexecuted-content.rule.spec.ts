import { drawing, findingsOf, node, testRule } from '../drawing.fixture.js';
import { unexecutedContent } from './unexecuted-content.rule.js';

const formal = (attributes: string): string =>
  `<bpmn:sequenceFlow id="f"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" ${attributes}>=a</bpmn:conditionExpression></bpmn:sequenceFlow>`;

testRule(unexecutedContent, {
  valid: {
    'defaults of the standard':
      node('serviceTask', 'u', '', '', 'implementation="##WebService"') + formal('language="feel"'),
    'arrows of data': node(
      'userTask',
      'u',
      '',
      '<bpmn:property id="t" name="__targetRef_placeholder"/><bpmn:dataInputAssociation id="a"><bpmn:sourceRef>r</bpmn:sourceRef><bpmn:targetRef>t</bpmn:targetRef></bpmn:dataInputAssociation>',
    ),
    'an event sub-process that does not interrupt':
      '<bpmn:subProcess id="a" triggeredByEvent="true"><bpmn:startEvent id="s" isInterrupting="false"/></bpmn:subProcess>',
    'the inputs of a process':
      '<bpmn:ioSpecification><bpmn:dataInput id="i" name="a"/></bpmn:ioSpecification>',
  },
  invalid: {
    'who does it': [
      node('userTask', 'u', '', '<bpmn:potentialOwner/><bpmn:humanPerformer/><bpmn:performer/>'),
      ['u', 'error: .*bpmn:potentialOwner」.*zeebe:assignmentDefinition'],
      ['u', 'error: .*bpmn:humanPerformer'],
      ['u', 'error: .*bpmn:performer'],
    ],
    'data that are computed': [
      node(
        'userTask',
        'u',
        '',
        '<bpmn:dataInputAssociation id="a"><bpmn:transformation/><bpmn:assignment/></bpmn:dataInputAssociation>',
      ),
      ['a', 'error: .*bpmn:transformation'],
      ['a', 'error: .*bpmn:assignment'],
    ],
    'data that are declared': [
      node('userTask', 'u', '', '<bpmn:ioSpecification/><bpmn:property id="x" name="y"/>'),
      ['u', 'warning: .*bpmn:ioSpecification'],
      ['u', 'warning: .*bpmn:property'],
    ],
    'data objects that hold something': [
      '<bpmn:dataObject id="d" isCollection="true" itemSubjectRef="i"/>',
      ['d', 'warning: .*bpmn:dataObject」只画不执行，不存数据；变量由表单、zeebe:ioMapping 和服务写入'],
      ['d', 'warning: .*isCollection'],
      ['d', 'warning: .*itemSubjectRef'],
    ],
    'data that are drawn': [
      '<bpmn:dataObject id="d"/><bpmn:dataObjectReference id="r" name="材料" dataObjectRef="d"/><bpmn:dataStoreReference id="s"/>',
      ['r', 'warning: 「材料」（r）的「bpmn:dataObjectReference」只画不执行'],
      ['s', 'warning: .*bpmn:dataStoreReference」只画不执行'],
    ],
    'a start that has nothing to interrupt': [
      '<bpmn:startEvent id="s" isInterrupting="false"/>',
      ['s', 'warning: .*isInterrupting」只对事件子流程的开始事件有用'],
    ],
    'correlation by keys': [
      '<bpmn:correlationSubscription id="c"/>',
      ['p', 'error: .*bpmn:correlationSubscription」.*correlationKey'],
    ],
    'the language of a condition': [
      formal('language="javascript"'),
      ['f', 'error: .*language」指定表达式的语言'],
    ],
    'how a service is implemented': [
      node('serviceTask', 'u', '', '', 'implementation="Java" operationRef="o"'),
      ['u', 'warning: .*implementation'],
      ['u', 'warning: .*operationRef'],
    ],
    'the members of a loop': [
      node(
        'userTask',
        'u',
        '',
        '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopDataInputRef>d</bpmn:loopDataInputRef></bpmn:multiInstanceLoopCharacteristics>',
      ),
      ['u', 'error: .*bpmn:loopDataInputRef」.*zeebe:loopCharacteristics'],
    ],
    'how a transaction is undone': [
      node('transaction', 'u', '', '', 'method="##Store"'),
      ['u', 'error: .*method'],
    ],
    'what is watched': [node('userTask', 'u', '', '<bpmn:monitoring/>'), ['u', 'warning: .*bpmn:monitoring']],
  },
});

it('is asked of the root of a file as well', async () => {
  const around =
    '<bpmn:import importType="x" location="y" namespace="z"/><bpmn:extension mustUnderstand="true"/><bpmn:interface id="i" name="n"/>' +
    '<bpmn:collaboration id="c"><bpmn:participant id="a"><bpmn:participantMultiplicity/></bpmn:participant><bpmn:correlationKey id="k"/></bpmn:collaboration>';
  const xml = drawing('', around).replace(
    '<bpmn:definitions',
    '<bpmn:definitions expressionLanguage="http://www.w3.org/1999/XPath"',
  );
  expect(await findingsOf(unexecutedContent, xml)).toEqual([
    expect.stringContaining('warning: 「文件」的「expressionLanguage'),
    expect.stringContaining('warning: 「文件」的「bpmn:import'),
    expect.stringContaining('error: 「文件」的「mustUnderstand'),
    expect.stringContaining('warning: 「n」（i）的「bpmn:interface'),
    expect.stringContaining('warning: 「a」的「bpmn:participantMultiplicity'),
    expect.stringContaining('warning: 「c」的「bpmn:correlationKey'),
  ]);
});
