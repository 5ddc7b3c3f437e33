import { drawing, findingsOf, flow, node, start } from '../drawing.fixture.js';
import { knownVariable } from './known-variable.rule.js';

const known = { atStart: ['roll'], formFields: { register: ['amount', 'village'], decide: ['agreed'] } };
const findings = (inside: string, given: typeof known | null = known) =>
  findingsOf(knownVariable, drawing(inside), {}, given ?? undefined);

const end = '<bpmn:endEvent id="e"/>';
const task = (id: string, form: string, extensions = '') =>
  node('userTask', id, `<zeebe:formDefinition formId="${form}"/>${extensions}`);
const input = (source: string, target = 'x') =>
  `<zeebe:ioMapping><zeebe:input source="=${source}" target="${target}"/></zeebe:ioMapping>`;
const output = (source: string, target = 'x') =>
  `<zeebe:ioMapping><zeebe:output source="=${source}" target="${target}"/></zeebe:ioMapping>`;
const script = (expression: string) => `<zeebe:script expression="=${expression}" resultVariable="found"/>`;
const chain = (...ids: string[]) => ids.slice(1).map((id, at) => flow(ids[at] ?? '', id));
/** s → register (form) → `u` → e. */
const before = (u: string) =>
  start + task('register', 'register') + u + end + chain('s', 'register', 'u', 'e').join('');

describe('a name is known', () => {
  it.each<[string, string]>([
    ['where a case has it from its start', before(node('scriptTask', 'u', script('roll.members')))],
    ['where a form asked it before', before(node('scriptTask', 'u', script('amount + 1')))],
    [
      'where the own form asks it',
      start + task('u', 'decide', output('agreed')) + end + chain('s', 'u', 'e').join(''),
    ],
    ['where an input mapping writes it', before(task('u', 'decide', input('amount', 'y') + output('y')))],
    ['where it is bound inside', before(node('scriptTask', 'u', script('for a in [1] return a')))],
    [
      'in the loop that writes it',
      start +
        node('scriptTask', 'u', script('if found = null then 0 else found + 1')) +
        node('exclusiveGateway', 'g') +
        end +
        chain('s', 'u', 'g', 'e').join('') +
        flow('g', 'u', '=found &lt; 3'),
    ],
    [
      'behind the sub-process that writes it inside',
      start +
        node(
          'subProcess',
          'sub',
          '',
          `<bpmn:startEvent id="in"/>${task('inner', 'register')}${flow('in', 'inner')}`,
        ) +
        node('scriptTask', 'u', script('amount')) +
        end +
        chain('s', 'sub', 'u', 'e').join(''),
    ],
    [
      'at the boundary of what writes it',
      before(task('u', 'decide')) +
        '<bpmn:boundaryEvent id="b" attachedToRef="u"><bpmn:timerEventDefinition><bpmn:timeDuration>=if agreed then "P1D" else "P2D"</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>',
    ],
    ['where a service answers it', before(node('serviceTask', 'u', output('anything')))],
    [
      'behind a service that maps nothing',
      before(node('serviceTask', 'u')) + node('scriptTask', 'v', script('anything')) + flow('u', 'v'),
    ],
    [
      'behind a form that nobody knows',
      start +
        task('t', 'other') +
        node('scriptTask', 'u', script('anything')) +
        end +
        chain('s', 't', 'u', 'e').join(''),
    ],
    [
      'of a member of a loop',
      before(
        node(
          'scriptTask',
          'u',
          script('one + loopCounter'),
          '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=[1]" inputElement="one"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>',
        ),
      ),
    ],
  ])('%s', async (_title, inside) => expect(await findings(inside)).toEqual([]));
});

describe('a name is unknown', () => {
  it.each<[string, string, string]>([
    [
      'that nobody writes',
      before(node('scriptTask', 'u', script('amonut'))),
      'u error: 「u」的脚本读取「amonut」，但没有任何步骤填写它',
    ],
    [
      'in a condition',
      before(node('task', 'u')) + flow('u', 'register', '=amonut &gt; 1'),
      'u-register error: 连线「u-register」的条件读取「amonut」',
    ],
    [
      'in an extension',
      before(
        node('userTask', 'u', '<wq:serviceLevel from="=heldOn"/><zeebe:formDefinition formId="decide"/>'),
      ),
      'u error: 「u」的「serviceLevel/from」读取「heldOn」',
    ],
    [
      'that only comes later',
      start +
        node('scriptTask', 'u', script('amount')) +
        task('register', 'register') +
        end +
        chain('s', 'u', 'register', 'e').join(''),
      'u warning: 「u」的脚本读取「amount」，但填写它的步骤都在后面',
    ],
    [
      'that only a service behind may write',
      start +
        node('scriptTask', 'u', script('anything')) +
        node('serviceTask', 'v') +
        end +
        chain('s', 'u', 'v', 'e').join(''),
      'u error: 「u」的脚本读取「anything」，但之前没有步骤填写它',
    ],
  ])('%s', async (_title, inside, finding) =>
    expect(await findings(inside)).toEqual([expect.stringContaining(finding)]),
  );
});

it('says nothing where nobody tells what a case has', async () =>
  expect(await findings(before(node('scriptTask', 'u', script('anything'))), null)).toEqual([]));

it('reads the inputs that a process declares', async () => {
  const declared = '<bpmn:ioSpecification><bpmn:dataInput id="i" name="village"/></bpmn:ioSpecification>';
  const read = (name: string) =>
    start + node('scriptTask', 'u', script(name)) + end + chain('s', 'u', 'e').join('');
  expect(await findings(declared + read('village'), null)).toEqual([]);
  expect(await findings(declared + read('vilage'), null)).toHaveLength(1);
});
