import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { betsySuite } from './betsy-suite.mjs';
import { feelOf } from './feel-of.mjs';
import { runCase } from './run-case.mjs';

const flow = (id: string, from: string, to: string, condition = ''): string =>
  `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${condition && `<conditionExpression>${condition}</conditionExpression>`}</sequenceFlow>`;
const script = (id: string, body: string, inside = ''): string =>
  `<scriptTask id="${id}">${inside}<script>${body}</script></scriptTask>`;
const process = (id: string, inside: string): string =>
  `<process id="${id}" isExecutable="true">${inside}</process>`;
const file = (inside: string): string =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:x">${inside}</definitions>`;
/** start → the nodes in order → end. */
const line = (id: string, nodes: string, ...ids: string[]): string =>
  process(
    id,
    `<startEvent id="${id}s"/>${nodes}<endEvent id="${id}e"/>` +
      [`${id}s`, ...ids].map((from, at) => flow(`${id}f${at}`, from, ids[at] ?? `${id}e`)).join(''),
  );
const loop =
  '<standardLoopCharacteristics><loopCondition>integerVariable&lt;3</loopCondition></standardLoopCharacteristics>';
const boundary = (kind: string): string => `<boundaryEvent id="b" attachedToRef="t">${kind}</boundaryEvent>`;
const events =
  '<signal id="sig" name="x"/><escalation id="esc" escalationCode="ESC"/><timerEventDefinition id="in1"><timeDuration>PT1S</timeDuration></timerEventDefinition>';
const kind = (type: string, inside = '', attributes = ''): string =>
  `<${type}EventDefinition ${attributes}>${inside}</${type}EventDefinition>`;
const escalated = kind('escalation', '', 'escalationRef="esc"');
/** A sub-process of these nodes in order, a boundary event `b` on it that leads to task 3, and task 4 behind it. */
const guarded = (nodes: string, ids: readonly string[], on: string, attributes = ''): string =>
  file(
    events +
      process(
        'p',
        `<startEvent id="s"/><subProcess id="v"><startEvent id="i"/>${nodes}<endEvent id="j"/>${['i', ...ids].map((from, at) => flow(`v${at}`, from, ids[at] ?? 'j')).join('')}</subProcess>` +
          `<boundaryEvent id="b" attachedToRef="v" ${attributes}>${on}</boundaryEvent>${script('h', 'SCRIPT_task3')}<endEvent id="g"/>${script('k', 'SCRIPT_task4')}<endEvent id="e"/>` +
          flow('f1', 's', 'v') +
          flow('f2', 'v', 'k') +
          flow('f3', 'k', 'e') +
          flow('f4', 'b', 'h') +
          flow('f5', 'h', 'g'),
      ),
  );
const throwing = `<intermediateThrowEvent id="t">${escalated}</intermediateThrowEvent>${script('u', 'SCRIPT_task2')}`;
const waiting = (seconds: number): string =>
  `<intermediateCatchEvent id="w">${kind('timer', `<timeDuration>PT${seconds}S</timeDuration>`)}</intermediateCatchEvent>`;
const held = kind('conditional', '<condition>test.contains("a")</condition>');
const gate = (split: string, join: string, attributes = ''): string =>
  file(
    process(
      'p',
      `<startEvent id="s"/><${split}Gateway id="x" ${attributes}/>${script('a', 'SCRIPT_task1')}${script('b', 'SCRIPT_task2')}<${join}Gateway id="y"/>${script('c', 'SCRIPT_task3')}<endEvent id="e"/>` +
        flow('f1', 's', 'x') +
        flow('f2', 'x', 'a', 'test.equals("a")') +
        flow('f3', 'x', 'b', '!test.equals("a")') +
        flow('f4', 'a', 'y') +
        flow('f5', 'b', 'y') +
        flow('f6', 'y', 'c') +
        flow('f7', 'c', 'e'),
    ),
  );
const caught = (body: string, kind: string): string =>
  file(
    `<error id="err" errorCode="ERR_CODE"/>` +
      process(
        'p',
        `<startEvent id="s"/>${script('t', body)}<endEvent id="e"/>${boundary(kind)}${script('h', 'SCRIPT_task2')}<endEvent id="g"/>` +
          flow('f1', 's', 't') + flow('f2', 't', 'e') + flow('f3', 'b', 'h') + flow('f4', 'h', 'g'),
      ),
  ); // prettier-ignore

interface Model {
  readonly xml: string;
  readonly outcome: string;
  readonly log: readonly string[];
  readonly variables?: object;
  readonly expected?: readonly string[];
  readonly delayMs?: number;
  readonly parallelFirst?: boolean;
}
const message =
  '<message id="m"/>' +
  line('p', '<sendTask id="t" messageRef="m"/>' + script('u', 'SCRIPT_task1'), 't', 'u');
const choice = process(
  'p',
  `<startEvent id="s"/><exclusiveGateway id="x"/>${script('a', 'SCRIPT_task1')}${script('b', 'SCRIPT_task2')}<endEvent id="e"/>` +
    flow('f1', 's', 'x') +
    flow('f2', 'x', 'a', 'test.contains("a")') +
    flow('f3', 'x', 'b', 'test.contains("b")') +
    flow('f4', 'a', 'e') +
    flow('f5', 'b', 'e'),
);
const models: Readonly<Record<string, Model>> = {
  'a condition': { xml: file(choice), variables: { test: 'ab' }, outcome: 'right', log: ['SCRIPT_task1'] },
  'no way on': { xml: file(choice), variables: { test: 'c' }, outcome: 'right', log: ['ERROR_runtime'] },
  'a loop': {
    xml: file(line('p', script('t', 'INCREMENT_INTEGER_VARIABLE_AND_LOG', loop), 't')),
    variables: { integerVariable: 1 },
    outcome: 'right',
    log: ['INCREMENT_correct', 'INCREMENT_correct'],
  },
  data: {
    xml: file(line('p', script('t', 'SET_STRING_DATA') + script('u', 'LOG_DATA'), 't', 'u')),
    outcome: 'right',
    log: ['DATA_correct'],
  },
  'a call': {
    xml: file(
      line('p', '<callActivity id="t" calledElement="c"/>' + script('u', 'SCRIPT_task1'), 't', 'u') +
        line('c', script('v', 'CREATE_MARKER_FILE'), 'v'),
    ),
    outcome: 'right',
    log: ['MARKER_exists', 'SCRIPT_task1'],
  },
  'a message to one who waits': {
    xml: file(message + line('q', '<receiveTask id="r" messageRef="m"/>' + script('v', 'CREATE_MARKER_FILE'), 'r', 'v')),
    parallelFirst: true,
    outcome: 'right',
    log: ['MARKER_exists', 'SCRIPT_task1'],
  },
  'a message that starts': {
    xml: file(
      message +
        process('q', `<receiveTask id="r" messageRef="m" instantiate="true"/>${script('v', 'CREATE_MARKER_FILE')}${flow('g', 'r', 'v')}`),
    ),
    outcome: 'right',
    log: ['MARKER_exists', 'SCRIPT_task1'],
  },
  'a script that throws': {
    xml: caught('THROW_ERROR', '<errorEventDefinition errorRef="err"/>'),
    outcome: 'right',
    log: ['SCRIPT_task2'],
  },
  'a script that takes too long': {
    xml: caught('WAIT_TEN_SECONDS', '<timerEventDefinition><timeDuration>PT5S</timeDuration></timerEventDefinition>'),
    outcome: 'right',
    log: ['SCRIPT_task2'],
  },
  'a clock that is not waited for': {
    xml: file(line('p', '<intermediateCatchEvent id="t"><timerEventDefinition><timeDuration>PT5S</timeDuration></timerEventDefinition></intermediateCatchEvent>' + script('u', 'SCRIPT_task1'), 't', 'u')),
    outcome: 'wrong',
    delayMs: 1000,
    expected: ['SCRIPT_task1'],
    log: [],
  },
  'what is refused by name': {
    xml: file(line('p', script('t', 'SCRIPT_task1').replace('id="t"', 'id="t" startQuantity="2"'), 't')),
    outcome: 'refused',
    expected: ['SCRIPT_task1'],
    log: ['ERROR_deployment'],
  },
  'what is refused though it is executed': {
    xml: file(line('p', '<userTask id="t"/>', 't')),
    outcome: 'refused wrongly',
    expected: ['SCRIPT_task1'],
    log: ['ERROR_deployment'],
  },
  'an escalation that leads out of its scope': { xml: guarded(throwing, ['t', 'u'], escalated), outcome: 'right', log: ['SCRIPT_task3'] },
  'an escalation that interrupts nothing': {
    xml: guarded(throwing, ['t', 'u'], escalated, 'cancelActivity="false"'),
    outcome: 'right',
    log: ['SCRIPT_task2', 'SCRIPT_task3', 'SCRIPT_task4'],
  },
  'a condition that is true already': {
    xml: guarded(script('t', 'SCRIPT_task1'), ['t'], held),
    variables: { test: 'a' },
    outcome: 'right',
    log: ['SCRIPT_task3'],
  },
  'a condition that is never true': {
    xml: guarded(script('t', 'SCRIPT_task1'), ['t'], held),
    variables: { test: 'b' },
    outcome: 'right',
    log: ['SCRIPT_task1', 'SCRIPT_task4'],
  },
  'a cycle beside a sub-process': {
    xml: guarded(waiting(30), ['w'], kind('timer', '<timeCycle>R2/PT10S</timeCycle>'), 'cancelActivity="false"'),
    delayMs: 35_000,
    outcome: 'right',
    log: ['SCRIPT_task3', 'SCRIPT_task3', 'SCRIPT_task4'],
  },
  'an event definition that is referred to': {
    xml: file(events + line('p', '<intermediateCatchEvent id="t"><eventDefinitionRef>in1</eventDefinitionRef></intermediateCatchEvent>' + script('u', 'SCRIPT_task1'), 't', 'u')),
    delayMs: 5000,
    outcome: 'right',
    log: ['SCRIPT_task1'],
  },
  'a negation': { xml: gate('exclusive', 'exclusive'), variables: { test: 'c' }, outcome: 'right', log: ['SCRIPT_task2', 'SCRIPT_task3'] },
  'a join that waits in vain, without a line': {
    xml: gate('inclusive', 'parallel'),
    variables: { test: 'c' },
    outcome: 'right',
    log: ['SCRIPT_task2'],
  },
  'a join that no run passes': {
    xml: gate('exclusive', 'parallel'),
    variables: { test: 'c' },
    expected: ['SCRIPT_task2'],
    outcome: 'refused',
    log: ['ERROR_deployment'],
  },
  'conditions behind a parallel gateway': { xml: gate('parallel', 'parallel'), variables: { test: 'c' }, expected: ['SCRIPT_task1'], outcome: 'refused', log: ['ERROR_deployment'] },
  'a cycle that is awaited': {
    xml: file(line('p', `<intermediateCatchEvent id="t">${kind('timer', '<timeCycle>R4/PT1S</timeCycle>')}</intermediateCatchEvent>`, 't')),
    expected: ['SCRIPT_task1'],
    outcome: 'refused',
    log: ['ERROR_deployment'],
  },
  'a script that is none of betsy': { xml: file(line('p', script('t', 'print(1)'), 't')), expected: ['SCRIPT_task1'], outcome: 'not understood', log: ['ERROR_deployment'] },
  'a method of Java': {
    xml: gate('exclusive', 'exclusive').replace('test.equals("a")', 'test.charAt(0)'),
    variables: { test: 'c' },
    expected: ['SCRIPT_task1'],
    outcome: 'not understood',
    log: ['ERROR_runtime'],
  },
  'a file in which nothing is executable': {
    xml: file(line('p', script('t', 'SCRIPT_task1'), 't')).replace('isExecutable="true"', ''),
    outcome: 'right',
    log: ['ERROR_deployment'],
  },
  'a line that no script writes': {
    xml: file(line('p', script('t', 'SCRIPT_task1'), 't')),
    outcome: 'unwritable',
    expected: ['SCRIPT_task2'],
    log: ['SCRIPT_task1'],
  },
}; // prettier-ignore

describe('the betsy suite', () => {
  const dir = mkdtempSync(join(tmpdir(), 'betsy-'));
  afterAll(() => rmSync(dir, { recursive: true }));

  it.each(Object.entries(models))('runs %s', async (name, model) => {
    writeFileSync(join(dir, 'model.bpmn'), model.xml);
    const one = {
      case: 1,
      variables: { integerVariable: 0, ...model.variables },
      start_parallel_process_first: model.parallelFirst ?? false,
      delay_ms_before_collect: model.delayMs ?? 0,
      expected_trace: model.expected ?? model.log,
    };
    const test = { name, file: 'model.bpmn', group: 'g', start_process_id: 'p', cases: [one] };
    writeFileSync(join(dir, 'index.json'), JSON.stringify({ tests: [test] }));
    expect(await betsySuite(dir, runCase)).toMatchObject([{ outcome: model.outcome, log: model.log }]);
  });

  it('says in a row what cannot be read or run, and runs the others', async () => {
    writeFileSync(join(dir, 'model.bpmn'), file(line('p', script('t', 'SCRIPT_task1'), 't')));
    const test = { name: 'right', file: 'model.bpmn', start_process_id: 'p', cases: [{ case: 1, expected_trace: ['SCRIPT_task1'] }] };
    const tests = [{ name: 'gone', file: 'gone.bpmn' }, null, { ...test, name: 'no cases', cases: undefined }, test, { ...test, name: 'no such process', start_process_id: 'q' }];
    writeFileSync(join(dir, 'index.json'), JSON.stringify({ tests, more: 1 }));
    expect((await betsySuite(dir, runCase)).map((row) => [row.case, row.outcome])).toEqual([
      ['gone', 'not run'],
      ['(no name)', 'not run'],
      ['no cases', 'not run'],
      ['right 1', 'right'],
      ['no such process 1', 'not run'],
    ]);
    writeFileSync(join(dir, 'index.json'), '{');
    expect(await betsySuite(dir)).toMatchObject([{ case: 'index.json', outcome: 'not run' }]);
  }); // prettier-ignore

  it('has no row where there is no folder', async () =>
    expect(await betsySuite(join(dir, 'none'))).toEqual([]));

  it.each([
    ['test.contains("a")', '=contains(test, "a")'],
    [' ${n == 3 && !done} ', '=n = 3  and  not(done)'],
    ['n != 3', '=n != 3'],
    ['!t.equals("a") || t.endsWith("b")', '=t != "a"  or  ends with(t, "b")'],
    ['integerVariable<3', '=integerVariable<3'],
    ['true', '=true'],
  ])('says %s in FEEL', (java, feel) => expect(feelOf(java)).toBe(feel));
});
