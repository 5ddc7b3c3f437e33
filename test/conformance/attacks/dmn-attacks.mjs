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
]; // prettier-ignore
