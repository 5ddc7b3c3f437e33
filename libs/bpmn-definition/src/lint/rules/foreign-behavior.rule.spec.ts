import { drawing, findingsOf, node, testRule } from '../drawing.fixture.js';
import { foreignBehavior } from './foreign-behavior.rule.js';

const task = (extensions: string, attributes = ''): string =>
  node('userTask', 'u', extensions, '', attributes);
const loop = (attributes: string): string =>
  node('userTask', 'u', '', `<bpmn:multiInstanceLoopCharacteristics ${attributes}/>`);

testRule(foreignBehavior, {
  valid: {
    'what modelers note': task(
      '<camunda:x xmlns:camunda="http://flowable.org/design"/>',
      'camunda:modelerTemplate="a" color:fill="#fff" xmlns:color="http://www.omg.org/spec/BPMN/non-normative/color/1.0"',
    ),
    'words of ours and of zeebe': task('<zeebe:userTask/><wq:guard/>'),
    'what a tool notes in a lane':
      '<bpmn:laneSet id="l"><bpmn:lane id="a" camunda:modelerTemplate="t" x:y="1" xmlns:x="urn:x"/></bpmn:laneSet>',
    'a process that is only drawn':
      '</bpmn:process><bpmn:process id="q">' + node('userTask', 'v', '', '', 'camunda:assignee="a"'),
  },
  invalid: {
    'who does it': [
      task('', 'camunda:assignee="a" flowable:candidateGroups="b"'),
      ['u', 'error: .*camunda:assignee」.*zeebe:assignmentDefinition 的 assignee'],
      ['u', 'error: .*flowable:candidateGroups」是 Flowable 的写法'],
    ],
    'when it is due': [task('', 'camunda:dueDate="${due}"'), ['u', 'error: .*wq:serviceLevel']],
    'what else happens': [
      task(
        '<camunda:taskListener/><camunda:inputOutput><camunda:x/></camunda:inputOutput><flowable:formProperty/>',
      ),
      ['u', 'error: .*camunda:taskListener'],
      ['u', 'error: .*camunda:inputOutput」.*zeebe:ioMapping'],
      ['u', 'error: .*flowable:formProperty'],
    ],
    'members of a loop': [
      loop('flowable:collection="c"'),
      ['u', 'error: .*flowable:collection」.*zeebe:loopChar'],
    ],
    'what leads on': [
      '<bpmn:sequenceFlow id="f" flowable:skipExpression="${a}"/>',
      ['f', 'error: .*flowable:skipExpression'],
    ],
    'what is cosmetic': [task('', 'camunda:asyncBefore="true"'), ['u', 'warning: .*camunda:asyncBefore']],
    'a word of an engine that we do not know': [
      task('', 'camunda:strange="1"'),
      ['u', 'warning: .*camunda:strange'],
    ],
    'a name space that we do not know': [
      task('<a:b xmlns:a="urn:a"><a:c/></a:b>', 'a:d="1" xmlns:a="urn:a"'),
      ['u', 'warning: .*a:d」是别的系统'],
      ['u', 'warning: .*a:b」是别的系统'],
    ],
    'an engine by its address, whatever its prefix': [
      task('', 'x:assignee="a" xmlns:x="http://activiti.org/bpmn"'),
      ['u', 'error: .*x:assignee」是 Activiti'],
    ],
    'an element beside the place of extensions': [
      node('userTask', 'u', '', '<camunda:in source="a"/>'),
      ['u', 'error: .*camunda:in」'],
    ],
    'who does it, in a lane and in a note': [
      `<bpmn:laneSet id="l">${node('lane', 'a', '<camunda:taskListener/>', '', 'flowable:candidateGroups="b"')}</bpmn:laneSet>` +
        '<bpmn:textAnnotation id="t" camunda:assignee="x"/>',
      ['a', 'warning: .*flowable:candidateGroups」是 Flowable 的写法，写在只画不执行的地方'],
      ['a', 'warning: .*camunda:taskListener'],
      ['t', 'warning: .*camunda:assignee'],
    ],
    'a value that a data object begins with': [
      node('dataObject', 'd', '<flowable:value>1</flowable:value>'),
      ['d', 'error: .*flowable:value'],
    ],
  },
});

it('names the definitions as the file, with the line', async () => {
  const xml = drawing('').replace('<bpmn:definitions', '<bpmn:definitions camunda:assignee="a"');
  expect(await findingsOf(foreignBehavior, xml)).toEqual([
    expect.stringMatching(/^- error: 「文件」的「camunda:assignee/),
  ]);
});
