import { escaped, times } from './drawn.mjs';

const dmn = (body, prolog = '') =>
  `${prolog}<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="file" name="file" namespace="urn:a">${body}</definitions>`;
const requiring = (ids) =>
  ids
    .map((id) => `<informationRequirement><requiredDecision href="#${id}"/></informationRequirement>`)
    .join('');
const literal = (id, feel, required = []) =>
  `<decision id="${id}" name="${id}">${requiring(required)}<literalExpression><text>${escaped(feel)}</text></literalExpression></decision>`;
const rule = (id, cell, output) =>
  `<rule id="${id}"><inputEntry><text>${escaped(cell)}</text></inputEntry><outputEntry><text>${escaped(output)}</text></outputEntry></rule>`;
const table = (rules, hitPolicy = 'COLLECT') =>
  `<decision id="d" name="d"><decisionTable id="t" hitPolicy="${hitPolicy}"><input id="i"><inputExpression><text>x</text></inputExpression></input><output id="o" name="o"/>${rules}</decisionTable></decision>`;
const rules = (count, cell, output) => times(count, (at) => rule(`r${at}`, cell, output));
const entities = `<!DOCTYPE x [<!ENTITY a0 "ha">${times(30, (at) => `<!ENTITY a${at + 1} "&a${at};&a${at};">`)}]>`;
const names = (count) => Array.from({ length: count }, (_none, at) => `d${at}`);
const knowing = (id) => `<knowledgeRequirement><requiredKnowledge href="#${id}"/></knowledgeRequirement>`;
const model = (id, feel, known = []) =>
  `<businessKnowledgeModel id="${id}" name="${id}"><encapsulatedLogic><formalParameter name="n"/><literalExpression><text>${escaped(feel)}</text></literalExpression></encapsulatedLogic>${known.map(knowing).join('')}</businessKnowledgeModel>`;
const asking = (id, feel) => literal('d', feel).replace('<literal', `${knowing(id)}<literal`);
const boxes = (depth) =>
  `<decision id="d" name="d">${'<list>'.repeat(depth)}<literalExpression><text>x</text></literalExpression>${'</list>'.repeat(depth)}</decision>`;
const itemOf = (name, inside) => `<itemDefinition name="${name}">${inside}</itemDefinition>`;
const component = (name, type) => `<itemComponent name="${name}"><typeRef>${type}</typeRef></itemComponent>`;
const typed = (type, feel) =>
  literal('d', feel).replace('<literal', `<variable name="d" typeRef="${type}"/><literal`);
const letters = (count) => `"${'a'.repeat(count)}"`;

/** `[what, DMN file, the answer that must begin so]`; the answer is the refusal, or what its decision `d` gives for x = 1. */
export const dmnAttacks = [
  ['an XML bomb', dmn(literal('d', '1').replace('name="d"', 'name="&a30;"'), entities), 'refused: document-type'],
  ['10^5 rules', dmn(table(rules(25_000, '-', '1'))), 'refused: text-limits'],
  ['3,500 rules', dmn(table(rules(3_500, '-', '1'))), '(refused|value|error)'],
  ['3,500 rules that overlap in a unique table', dmn(table(rules(3_500, '-', '1'), 'UNIQUE')), '(refused|error)'],
  ['a decision that requires itself', dmn(literal('d', '1', ['d'])), 'refused: decision-cycle'],
  ['a hundred decisions, each of which requires all before it', dmn(names(99).map((id, at) => literal(id, '1', names(at))).join('') + literal('d', 'd98', names(99))), '(refused|value|error)'],
  ['a hundred decisions that double a text', dmn(literal('d0', letters(1000)) + times(98, (at) => literal(`d${at + 1}`, `d${at} + d${at}`, [`d${at}`])) + literal('d', 'd98', ['d98'])), '(refused|error)'],
  ['a thousand decisions', dmn(names(1000).map((id) => literal(id, '1')).join('')), 'refused: supported-decision'],
  ['10^9 in an output', dmn(table(rules(1, '-', 'count(for n in 1..1000000000 return n)'))), '(refused|error)'],
  ['a thousand costly cells', dmn(table(rules(1000, 'count(for n in 1..5000 return n) > 0', '1'))), '(refused|error)'],
  ['matches that backtracks in a cell', dmn(table(rules(1, `matches(${letters(40)} + "!", "^(a+)+$")`, '1'))), '(refused|value|error)'],
  ['a collection of 3 MB', dmn(table(rules(3000, '-', letters(300)))), '(refused|value|error)'],
  ['a decision named __proto__', dmn(literal('__proto__', '1') + literal('d', '__proto__', ['__proto__'])), '(refused|value|error)'],
  ['a decision named constructor', dmn(literal('constructor', '1') + literal('d', 'constructor', ['constructor'])), '(refused|value: 1)'],
  ['a knowledge model that calls itself without end', dmn(model('f', 'f(n + 1)') + asking('f', 'f(x)')), 'error: expression'],
  ['two knowledge models that call each other without end', dmn(model('f', 'g(n)', ['g']) + model('g', 'f(n)', ['f']) + asking('f', 'f(x)')), 'error: expression'],
  ['twenty knowledge models that call the next twice', dmn(times(20, (at) => model(`f${at}`, `f${at + 1}(n) + f${at + 1}(n)`, [`f${at + 1}`])) + model('f20', 'n') + asking('f0', 'f0(x)')), 'error: expression'],
  ['lists ten thousand deep', dmn(boxes(10_000)), 'refused: text-limits'],
  ['lists fifty deep', dmn(boxes(50)), 'value: '],
  ['items that are two of the next, fifty deep', dmn(times(50, (at) => itemOf(`t${at}`, component('a', `t${at + 1}`) + component('b', `t${at + 1}`))) + itemOf('t50', '<typeRef>number</typeRef>') + typed('t0', '{a: 1, b: 1}')), 'error: output-type'],
  ['an item that is itself', dmn(itemOf('t', '<typeRef>t</typeRef>') + typed('t', '1')), 'refused: decision-type'],
  ['ten thousand items, each the next', dmn(times(10_000, (at) => itemOf(`t${at}`, `<typeRef>t${at + 1}</typeRef>`)) + itemOf('t10000', '<typeRef>number</typeRef>') + typed('t0', '1')), '(refused|value|error)'],
  ['ten thousand input data', dmn(times(10_000, (at) => `<inputData id="i${at}" name="i${at}"/>`) + literal('d', '1')), 'refused: supported-decision'],
  ['two thousand names with signs', dmn(itemOf('t', times(2_000, (at) => component(`a-b ${at}`, 'number'))) + table(rules(500, '? > x.a-b 3', '1'))), 'refused: supported-decision'],
  ['a relation of five thousand rows', dmn(`<decision id="d" name="d"><relation><column name="a"/>${times(5_000, () => '<row><literalExpression><text>x</text></literalExpression></row>')}</relation></decision>`), '(value|error)'],
  ['an item named __proto__', dmn(itemOf('__proto__', component('constructor', 'number')) + typed('__proto__', '{constructor: 1}')), '(refused|value: )'],
]; // prettier-ignore
