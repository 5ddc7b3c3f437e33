import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { checkDefinition, houseWords } from '@wuqing/publication';
import { required } from '@wuqing/kernel';
import { bpmnCells } from '../../libs/bpmn-definition/src/words/bpmn-cells.js';
import { engines } from '../../libs/bpmn-definition/src/words/engine-words.js';
import { judgeWords } from '../../libs/bpmn-definition/src/words/judge-words.js';
import { ownWords } from '../../libs/bpmn-definition/src/words/wuqing-words.js';
import { rawElementOf } from '../../libs/bpmn-definition/src/xml/raw-element.js';
import { attributeNames, elementNames, fileWith, kinds, lower } from './word-places.fixture.js';

const words = { ...ownWords, ...houseWords };
const zeebe = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('zeebe-bpmn-moddle/resources/zeebe.json'), 'utf8'),
) as { types: readonly { name: string }[] };
const extensions = [
  ...zeebe.types.map(({ name }) => `zeebe:${lower(name)}`),
  ...Object.keys(words).map((name) => `wq:${name}`),
  'wq:nobody',
  'strange:a',
];
/** The words of other engines, dealt out to the kinds: each is asked of, and each kind has some. */
const ofEngines = Object.values(engines).flatMap(({ attributes, elements }, at) => [
  ...Object.keys(attributes).map((name) => ({ attribute: `e${at}:${name}`, element: undefined })),
  ...Object.keys(elements).map((name) => ({ attribute: undefined, element: `e${at}:${name}` })),
]);

/** A file tells 200 problems at most, and an element has 64 attributes at most: fewer words than that are put into each. */
const batch = 50;
const batches = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / batch) }, (_none, at) =>
    all.slice(at * batch, (at + 1) * batch),
  );
const written = (names: readonly string[]): string => names.map((name) => `${name}="x"`).join(' ');
/** Each with an id: a step without one is refused before its words are looked at. */
const inside = (names: readonly string[]): string =>
  names.map((name, at) => `<${name} id="i${at}"/>`).join('');
const extended = (names: readonly string[]): string =>
  `<extensionElements>${names.map((name) => `<${name}/>`).join('')}</extensionElements>`;

function filesOf(kind: string): string[] {
  const dealt = ofEngines.filter((_word, at) => at % kinds.length === kinds.indexOf(kind) % kinds.length);
  const foreign = dealt.flatMap(({ attribute }) => attribute ?? []);
  return [
    ...batches(attributeNames.filter((name) => name !== 'isExecutable')).map((names) =>
      fileWith(kind, written(names), ''),
    ),
    ...batches(elementNames).map((names) => fileWith(kind, '', inside(names))),
    ...batches(extensions).map((names) => fileWith(kind, '', extended(names))),
    fileWith(kind, written(foreign), extended(dealt.flatMap(({ element }) => element ?? []))),
  ];
}

/** What the walk over the words finds, and publication as a whole does not say. */
async function unsaidOf(xml: string): Promise<string[]> {
  const checked = await checkDefinition(xml);
  const said = new Set((checked.ok ? checked.value.warnings : checked.error).map(({ message }) => message));
  const found = judgeWords(required(rawElementOf(xml), 'a file'), words);
  return found.map(({ message }) => message).filter((message) => !said.has(message));
}

describe.each(kinds)('publication says every finding of a word on %s', (kind) => {
  it.each(filesOf(kind).map((xml, at) => [at, xml] as const))('in file %i', async (_at, xml) => {
    expect(await unsaidOf(xml)).toEqual([]);
  });
});

const loop = (inside: string): string =>
  `<userTask id="u"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality>${inside}</multiInstanceLoopCharacteristics></userTask>`;
const gateway = (text: string): string =>
  text +
  ['v', 'w']
    .map((id) => `<task id="${id}"/><sequenceFlow id="u-${id}" sourceRef="u" targetRef="${id}"/>`)
    .join('');

/** Each word that another rule judges, in a process as that rule does not take it. */
const refusals: Readonly<Record<string, string>> = {
  'SequenceFlow.isImmediate':
    '<task id="u"/><task id="v"/><sequenceFlow id="f" sourceRef="u" targetRef="v" isImmediate="false"/>',
  'Activity.startQuantity': '<task id="u" startQuantity="2"/>',
  'Activity.completionQuantity': '<task id="u" completionQuantity="2"/>',
  'ScriptTask.scriptFormat': '<scriptTask id="u" scriptFormat="groovy"/>',
  'ScriptTask.script': '<scriptTask id="u"><script>1</script></scriptTask>',
  'CallActivity.calledElement': '<callActivity id="u" calledElement="other"/>',
  'Gateway.gatewayDirection': gateway('<parallelGateway id="u" gatewayDirection="Converging"/>'),
  'EventBasedGateway.eventGatewayType': gateway('<eventBasedGateway id="u" eventGatewayType="Parallel"/>'),
  'ComplexGateway.activationCondition':
    '<complexGateway id="u"><activationCondition>=a</activationCondition></complexGateway>',
  'CompensateEventDefinition.waitForCompletion':
    '<intermediateThrowEvent id="u"><compensateEventDefinition waitForCompletion="false"/></intermediateThrowEvent>',
  'MultiInstanceLoopCharacteristics.complexBehaviorDefinition': loop(
    '<complexBehaviorDefinition><condition>=a</condition></complexBehaviorDefinition>',
  ),
  'Process.processType': '<task id="u"/>',
};
const judgedCells = Object.entries(bpmnCells).flatMap(([type, cells]) =>
  Object.entries(cells).flatMap(([word, cell]) => {
    const verdict = 'is' in cell ? cell : cell.else;
    return verdict.is === 'judged' ? [[`${type}.${word}`, verdict.by] as const] : [];
  }),
);

describe('a word that another rule judges', () => {
  it.each(judgedCells)('%s is refused by %s', async (cell, rule) => {
    const kind = cell === 'Process.processType' ? 'processType="Public"' : '';
    const begin = '<startEvent id="s"/><sequenceFlow id="s-u" sourceRef="s" targetRef="u"/>';
    const xml = fileWith('Process', kind, begin + required(refusals[cell], cell));
    const checked = await checkDefinition(xml);
    const rules = checked.ok ? [] : checked.error.map((problem) => problem.rule);
    expect(rules).toContain(rule);
  });
});
