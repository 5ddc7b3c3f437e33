import { Parser } from 'saxen';

/** The name space of the kit's test files. */
export const TEST_CASES = 'http://www.omg.org/spec/DMN/20160719/testcase';

/**
 * The cases of a test file of the DMN TCK, `{ modelName, cases: [{ id, type, invocable, inputs, results }] }`; throws for
 * what is no such file. A value is `{ type, value }` as `valueOf` says.
 */
export function readTestCases(xml) {
  const root = treeOf(xml);
  if (root?.name !== 'testCases') throw new Error('Expected a file of <testCases>');
  const model = root.children.find(({ name }) => name === 'modelName')?.text.trim() ?? '';
  return {
    modelName: model,
    cases: root.children
      .filter(({ name }) => name === 'testCase')
      .map(({ attributes, children }) => ({
        id: attributes.id ?? '',
        type: attributes.type ?? 'decision',
        invocable: attributes.invocableName,
        inputs: children
          .filter(({ name }) => name === 'inputNode')
          .map((node) => [node.attributes.name, valueOf(node)]),
        results: children.filter(({ name }) => name === 'resultNode').map(resultOf),
      })),
  };
}

const resultOf = ({ attributes, children }) => {
  const expected =
    children.find(({ name }) => name === 'expected') ?? children.find(({ name }) => name === 'computed');
  return {
    name: attributes.name ?? '',
    error: attributes.errorResult === 'true',
    expected: expected ? valueOf(expected) : { type: 'null', value: null },
  };
};

/** Elements with the prefixes of the test name space taken off, the text of each. */
function treeOf(xml) {
  const open = [];
  let root;
  const parser = new Parser().ns({ [TEST_CASES]: 'tck', 'http://www.w3.org/2001/XMLSchema-instance': 'xsi' });
  parser.on('openTag', (name, getAttributes) => {
    const element = {
      name: name.replace(/^tck:/, ''),
      attributes: { ...getAttributes() },
      children: [],
      text: '',
    };
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root ??= element;
    open.push(element);
  });
  parser.on('closeTag', () => open.pop());
  const write = (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', (text, decode) => write(decode(text)));
  parser.on('cdata', write);
  parser.on('error', (error) => {
    throw error;
  });
  parser.parse(xml);
  if (open.length > 0) throw new Error(`Expected the end of <${open.at(-1).name}>`);
  return root;
}

const NUMBERS = new Set(['decimal', 'double', 'float', 'integer', 'int', 'long', 'short']);

/**
 * What stands in an `inputNode`, `expected`, `item` or `component`: `{ type: 'list', value: [value …] }`, `{ type:
 * 'context', value: [[name, value] …] }`, or a simple one, whose type is that of XML Schema without prefix ('null' where
 * nothing stands).
 */
export function valueOf(node) {
  if (isNil(node)) return { type: 'null', value: null };
  const list = node.children.find(({ name }) => name === 'list');
  if (list) {
    const items = list.children.filter(({ name }) => name === 'item').map(valueOf);
    return isNil(list) ? { type: 'null', value: null } : { type: 'list', value: items };
  }
  const components = node.children.filter(({ name }) => name === 'component');
  if (components.length > 0)
    return { type: 'context', value: components.map((one) => [one.attributes.name ?? '', valueOf(one)]) };
  const simple = node.children.find(({ name }) => name === 'value');
  return simple && !isNil(simple) ? simpleOf(simple) : { type: 'null', value: null };
}

const isNil = ({ attributes }) => attributes['xsi:nil'] === 'true' || attributes['xsi:nil'] === '1';

function simpleOf({ attributes, text }) {
  const type = (attributes['xsi:type'] ?? 'string').replace(/^.*:/, '');
  if (type === 'string') return { type, value: text };
  const written = text.trim();
  if (NUMBERS.has(type)) return { type: 'number', value: Number(written) };
  if (type === 'boolean') return { type, value: written === 'true' || written === '1' };
  return { type, value: written };
}

/** The value as the JSON that a process holds: dates, times and durations are texts. */
export function jsonOf({ type, value }) {
  if (type === 'list') return value.map(jsonOf);
  if (type === 'context') return Object.fromEntries(value.map(([name, entry]) => [name, jsonOf(entry)]));
  return value;
}
