import { readXml } from '@wuqing/bpmn-definition';
import { required } from '@wuqing/kernel';
import { compileOptions } from '../../libs/publication/src/compile-options.js';
import { compileProcess } from '../../libs/bpmn-definition/src/compile/compile-process.js';
import { ExpressionCompiler } from '../../libs/bpmn-definition/src/compile/expression-compiler.js';
import { sourceModelOf } from '../../libs/bpmn-definition/src/source/source-model.js';
import type { ExtensionWord } from '../../libs/bpmn-definition/src/words/extension-word.js';
import { zeebeWords } from '../../libs/bpmn-definition/src/words/zeebe-words.js';

const begin = '<startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="u"/>';
const process = (inside: string, extensions = ''): string =>
  `<process id="p" isExecutable="true">${extensions}${begin}${inside}</process>`;

/** Place of a table of words → a file with these extension elements there. */
const places: Readonly<Record<string, (extensions: string) => string>> = {
  Message: (extensions) =>
    `<message id="m" name="m">${extensions}</message>${process('<receiveTask id="u" messageRef="m"/>')}`,
  Process: (extensions) => process('<task id="u"/>', extensions),
  MultiInstanceLoopCharacteristics: (extensions) =>
    process(
      `<task id="u"><multiInstanceLoopCharacteristics>${extensions}</multiInstanceLoopCharacteristics></task>`,
    ),
  'EndEvent.Message': (extensions) =>
    `<message id="m" name="m"/>${process(`<endEvent id="u">${extensions}<messageEventDefinition messageRef="m"/></endEvent>`)}`,
  'IntermediateThrowEvent.Message': (extensions) =>
    `<message id="m" name="m"/>${process(`<intermediateThrowEvent id="u">${extensions}<messageEventDefinition messageRef="m"/></intermediateThrowEvent>`)}`,
};
const task = (type: string) => (extensions: string) => {
  const name = type.slice(0, 1).toLowerCase() + type.slice(1);
  return process(`<${name} id="u">${extensions}</${name}>`);
};

/** What else an element of zeebe needs before an attribute of it means something. */
const needs: Readonly<Record<string, string>> = {
  taskDefinition: 'type="t"',
  script: 'expression="=1" resultVariable="v"',
  calledElement: 'processId="q"',
  'calledElement versionTag': 'processId="q" bindingType="versionTag"',
  calledDecision: 'decisionId="d" resultVariable="v"',
  'calledDecision versionTag': 'decisionId="d" resultVariable="v" bindingType="versionTag"',
  loopCharacteristics: 'inputCollection="=list"',
  'loopCharacteristics outputElement': 'inputCollection="=list" outputCollection="results"',
  'loopCharacteristics outputCollection': 'inputCollection="=list" outputElement="=one"',
  'ioMapping.input': 'source="=1" target="t"',
  'ioMapping.output': 'source="=1" target="t"',
};
/** Two values of an attribute that mean something else. */
const values: Readonly<Record<string, readonly [string, string]>> = {
  retries: ['1', '2'],
  bindingType: ['latest', 'deployment'],
  propagateAllParentVariables: ['true', 'false'],
  propagateAllChildVariables: ['true', 'false'],
};
const names: readonly string[] = ['=one', '=two'];
const plainNames =
  /^(resultVariable|target|outputCollection|inputElement|type|formId|processId|decisionId|versionTag|value)$/;
const pairOf = (attribute: string): readonly string[] =>
  values[attribute] ?? (plainNames.test(attribute) ? ['one', 'two'] : names);

interface Cell {
  readonly path: string;
  readonly attribute: string;
}
const cellsOf = (path: string, { attributes = [], children = {} }: Omit<ExtensionWord, 'on'>): Cell[] => [
  ...attributes.map((attribute) => ({ path, attribute })),
  ...Object.entries(children).flatMap(([name, child]) => cellsOf(`${path}.${name}`, child)),
];
const cells = Object.entries(zeebeWords).flatMap(([name, word]) =>
  word.on.flatMap((on) =>
    cellsOf(name, word).map(
      ({ path, attribute }) => [path, attribute, on === '*' ? 'UserTask' : on] as const,
    ),
  ),
);

/** The extension element with its attribute as given, within those around it. */
function written(path: string, attribute: string, value: string): string {
  const [outer = '', inner] = path.split('.');
  const needed = (needs[`${path} ${attribute}`] ?? needs[path] ?? '')
    .split(' ')
    .filter((one) => !one.startsWith(`${attribute}=`));
  const attributes = `${needed.join(' ')} ${attribute}="${value}"`;
  const text =
    inner === undefined
      ? `<zeebe:${outer} ${attributes}/>`
      : `<zeebe:${outer}><zeebe:${inner} ${attributes}/></zeebe:${outer}>`;
  return `<extensionElements>${text}</extensionElements>`;
}

async function compiled(place: string, extensions: string): Promise<string> {
  const content = (places[place] ?? task(place))(extensions);
  const parsed = await readXml(
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">${content}</definitions>`,
  );
  const source = sourceModelOf(required(parsed.ok ? parsed.value : undefined, 'a file that can be read'));
  return JSON.stringify(compileProcess(source, new ExpressionCompiler(compileOptions.hostFunctionNames)));
}

describe('an attribute of zeebe that the tables call read', () => {
  it.each(cells)('%s %s on %s makes a difference', async (path, attribute, place) => {
    const [one, other] = await Promise.all(
      pairOf(attribute).map((value) => compiled(place, written(path, attribute, value))),
    );
    expect(one).not.toBe(other);
  });
});
