import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readXml } from '@wuqing/bpmn-definition';
import { checkDefinition } from '@wuqing/publication';
import { required } from '@wuqing/kernel';
import { compileOptions } from '../../libs/publication/src/compile-options.js';
import { compileProcess } from '../../libs/bpmn-definition/src/compile/compile-process.js';
import { ExpressionCompiler } from '../../libs/bpmn-definition/src/compile/expression-compiler.js';
import { expressionSites } from '../../libs/bpmn-definition/src/source/expression-site.js';
import { sourceModelOf } from '../../libs/bpmn-definition/src/source/source-model.js';
import { knownIn } from '../../libs/bpmn-definition/src/source/variable-provider.js';
import { bpmnCells } from '../../libs/bpmn-definition/src/words/bpmn-cells.js';
import { lineageOf } from '../../libs/bpmn-definition/src/words/meta-model.js';
import { isElement, type ModdleElement } from '../../libs/bpmn-definition/src/xml/moddle-element.js';

const root = resolve(import.meta.dirname, '../..');
const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : name.endsWith('.bpmn') ? [path] : [];
  });

/** A model that keeps `<type>.<property>` of everything that is asked of it and is there. */
function recording(
  element: ModdleElement,
  asked: Set<string>,
  known = new Map<object, object>(),
): ModdleElement {
  const made = known.get(element);
  if (made) return made as ModdleElement;
  const proxy: ModdleElement = new Proxy(element, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof key === 'string' && value !== undefined)
        asked.add(`${target.$type.replace(/^\w+:/, '')}.${key}`);
      if (Array.isArray(value))
        return value.map((one: unknown) => (isElement(one) ? recording(one, asked, known) : one));
      return isElement(value) ? recording(value, asked, known) : value;
    },
  });
  known.set(element, proxy);
  return proxy;
}

/** What the compiler, and who names the expressions and inputs of a file, ask of the model of a file. */
async function askedOf(xml: string, asked: Set<string>): Promise<void> {
  const parsed = await readXml(xml);
  const value = required(parsed.ok ? parsed.value : undefined, 'a file that can be read');
  const source = sourceModelOf({ ...value, definitions: recording(value.definitions, asked) });
  compileProcess(source, new ExpressionCompiler(compileOptions.hostFunctionNames));
  expressionSites(source);
  knownIn(source.process, undefined);
}

/** Read by the parser itself: references, types and extensions, and which name space is the file's own. */
const byParser: readonly string[] = [
  'Definitions.targetNamespace',
  'Definitions.extensions',
  'DataAssociation',
  'Activity.dataInputAssociations',
  'Activity.dataOutputAssociations',
  'ThrowEvent.dataInputAssociations',
  'CatchEvent.dataOutputAssociations',
  'ComplexGateway.default',
  'CallableElement.name',
];

/** What no golden trace has: data inputs, definitions at the root of the file, a link that names its target. */
const rare = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><signal id="sig" name="x"/>
  <signalEventDefinition id="shared" signalRef="sig"/>
  <process id="p" isExecutable="true"><ioSpecification><dataInput id="i" name="a"/></ioSpecification>
    <startEvent id="s"/><intermediateCatchEvent id="c"><eventDefinitionRef>shared</eventDefinitionRef></intermediateCatchEvent>
    <intermediateThrowEvent id="t"><eventDefinitionRef>shared</eventDefinitionRef></intermediateThrowEvent>
    <intermediateThrowEvent id="l"><linkEventDefinition id="out" name="on"><target>in</target></linkEventDefinition></intermediateThrowEvent>
    <intermediateCatchEvent id="m"><linkEventDefinition id="in" name="on"/></intermediateCatchEvent><endEvent id="e"/>
  </process></definitions>`;

describe('a word of BPMN that the tables call read', () => {
  const asked = new Set<string>();
  beforeAll(async () => {
    for (const path of filesIn(join(root, 'test/conformance/traces'))) {
      const xml = readFileSync(path, 'utf8');
      if ((await checkDefinition(xml)).ok) await askedOf(xml, asked);
    }
    await askedOf(rare, asked);
  }, 120_000);

  it('is read when the golden traces are compiled', () => {
    const cells = Object.entries(bpmnCells).flatMap(([type, words]) =>
      Object.entries(words)
        .filter(([, cell]) => 'is' in cell && cell.is === 'read')
        .map(([word]) => [type, word] as const),
    );
    const readers = [...asked].map((one) => one.split('.') as [string, string]);
    const unread = cells
      .filter(([type, word]) => !readers.some(([of, name]) => name === word && lineageOf(of).has(type)))
      .map(([type, word]) => `${type}.${word}`)
      .filter((cell) => !byParser.includes(cell));
    expect(unread).toEqual([]);
  });
});
