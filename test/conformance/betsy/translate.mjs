import { textOf, treeOf } from '../round-trip/xml-tree.mjs';
import { feelOf, isJava } from './feel-of.mjs';
import { computedBy, servedBy } from './scripts.mjs';

const BPMN = '{http://www.omg.org/spec/BPMN/20100524/MODEL}';
const ZEEBE = 'http://camunda.org/schema/zeebe/1.0';
const WUQING = 'urn:wuqing:bpmn:1';
/** Every message of a file is about the one run. */
const SAME_RUN = '="run"';
const EXPRESSIONS = [
  'conditionExpression',
  'loopCondition',
  'completionCondition',
  'condition',
  'loopCardinality',
].map((name) => BPMN + name);

/**
 * A file of betsy in the words of the product, one file for each executable process; what the product does not execute
 * stays as it stands, so that publication refuses it. `scripts`: element id → the variable that takes its log line.
 * @returns {{ files: Record<string, string>, called: string[], scripts: Record<string, string> }}
 */
export function translated(xml) {
  const all = elementsOf(treeOf(xml));
  const processes = all.filter(isA('process'));
  const executable = processes.filter(({ attributes }) => attributes.isExecutable === 'true').map(idOf);
  const scripts = all.filter(isA('scriptTask')).map((task, at) => [idOf(task), `line${at}`]);
  return {
    files: Object.fromEntries(
      executable.map((id) => [id, fileOf(xml, id, executable, Object.fromEntries(scripts))]),
    ),
    called: all.filter(isA('callActivity')).map(calledOf),
    scripts: Object.fromEntries(scripts),
  };
}

function fileOf(xml, process, executable, lineVariables) {
  const root = treeOf(xml);
  for (const element of elementsOf(root)) {
    if (isA('process')(element)) element.attributes.isExecutable = String(idOf(element) === process);
    if (EXPRESSIONS.includes(element.name)) element.text = feelOf(element.text);
    if (isA('scriptTask')(element)) translateScript(element, lineVariables[idOf(element)]);
    if (isA('callActivity')(element) && executable.includes(calledOf(element)))
      extend(element, zeebe('calledElement', { processId: calledOf(element) }));
    nameRoot(element);
    if (sends(element)) extend(element, [WUQING, 'wq', 'send', { correlationKey: SAME_RUN }]);
  }
  return textOf(root);
}

/** What this runner has no words for, each as a sentence: scripts that are none of betsy's, methods of Java that are called. */
export function notUnderstood(xml) {
  const all = elementsOf(treeOf(xml));
  const bodies = all.filter(isA('scriptTask')).map((task) => task.children.find(isA('script'))?.text.trim());
  const expressions = all.filter(({ name }) => EXPRESSIONS.includes(name)).map(({ text }) => text.trim());
  return [
    ...bodies
      .filter((body) => body !== undefined && !computedBy(body) && !servedBy(body))
      .map((body) => `Expected a script of betsy, found "${body}"`),
    ...expressions.filter(isJava).map((text) => `Expected an expression of betsy, found "${text}"`),
  ];
}

/** A message, signal, error or escalation without name is known by its id. */
function nameRoot(element) {
  const { attributes } = element;
  for (const [type, word] of [
    ['message', 'name'],
    ['signal', 'name'],
    ['error', 'errorCode'],
    ['escalation', 'escalationCode'],
  ])
    if (isA(type)(element)) attributes[word] ||= idOf(element);
  if (isA('message')(element)) extend(element, zeebe('subscription', { correlationKey: SAME_RUN }));
}

const sends = (element) =>
  isA('sendTask')(element) ||
  ((isA('intermediateThrowEvent')(element) || isA('endEvent')(element)) &&
    element.children.some(isA('messageEventDefinition')));

function translateScript(task, lineVariable) {
  const body = task.children.find(isA('script'))?.text.trim();
  const computed = computedBy(body);
  if (!computed && !servedBy(body)) return; // publication refuses a script of another language by name
  task.children = task.children.filter((child) => !isA('script')(child));
  delete task.attributes.scriptFormat;
  if (!computed) {
    task.name = `${BPMN}serviceTask`;
    extend(task, zeebe('taskDefinition', { type: `betsy.${body}` }));
    return;
  }
  const sets = { [lineVariable]: computed.line ?? 'null', ...computed.sets };
  const values = Object.entries(sets).map(([name, feel]) => `${name}: ${feel}`);
  const outputs = Object.keys(sets).map((name) =>
    zeebe('output', { source: `=script.${name}`, target: name }),
  );
  extend(
    task,
    zeebe('script', { expression: `={ ${values.join(', ')} }`, resultVariable: 'script' }),
    zeebe('ioMapping', {}, outputs),
  );
}

const zeebe = (name, attributes, inside = []) => [ZEEBE, 'zeebe', name, attributes, inside];

/** Puts extensions where the schema has them: behind the documentation, before all else. */
function extend(element, ...extensions) {
  const made = extensions.map((extension) => extensionOf(element.spaces, extension));
  const there = element.children.find(isA('extensionElements'));
  if (there) {
    there.children.push(...made);
    return;
  }
  const at = element.children.filter(isA('documentation')).length;
  element.children.splice(at, 0, {
    name: `${BPMN}extensionElements`,
    attributes: {},
    children: made,
    text: '',
    spaces: element.spaces,
  });
}

const extensionOf = (outer, [uri, prefix, name, attributes, inside = []]) => {
  const spaces = { ...outer, [prefix]: uri };
  const children = inside.map((child) => extensionOf(spaces, child));
  return { name: `{${uri}}${name}`, attributes, children, text: '', spaces };
};

const elementsOf = (root) => [root, ...root.children.flatMap(elementsOf)];
const isA =
  (type) =>
  ({ name }) =>
    name === BPMN + type;
const idOf = ({ attributes }) => attributes.id ?? '';
const calledOf = ({ attributes }) => (attributes.calledElement ?? '').replace(/^.*:/, '');
