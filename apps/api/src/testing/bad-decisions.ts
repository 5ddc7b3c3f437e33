import type { BadRequest } from './bad-request.js';

const CHECKS = '/api/decisions/checks';

/** A decision file; `logic` is what decision `d` says. */
export const decisionFile = (logic: string, version = '20191111'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/${version}/MODEL/" id="f" name="试" namespace="urn:test">
  <decision id="d" name="级别"><variable name="级别" typeRef="string"/>${logic}</decision>
</definitions>`;

const literal = (text: string): string =>
  `<literalExpression id="l"><text>${text}</text></literalExpression>`;

const bad = (is: string, xml: unknown, field = '/xml'): BadRequest => ({
  is,
  to: CHECKS,
  body: { xml },
  answer: 422,
  field,
});

/** Decision files that publication would refuse. */
export const badDecisions: readonly BadRequest[] = [
  bad('a decision file that is no XML', 'kein XML'),
  bad('a decision file that breaks off', decisionFile(literal('1')).slice(0, 200)),
  bad(
    'a process file for a decision file',
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"/>',
  ),
  bad('a decision of a DMN that is not read', decisionFile(literal('1'), '20990101')),
  bad('a decision file with a document type', `<!DOCTYPE a [<!ENTITY b "c">]>${decisionFile(literal('1'))}`),
  bad('a decision whose expression does not parse', decisionFile(literal('1 +')), '/xml#l'),
  bad('a decision that asks an unknown function', decisionFile(literal('steal(1)')), '/xml#l'),
  bad('a decision without logic', decisionFile(''), '/xml#d'),
  bad(
    'an external function in a decision',
    decisionFile('<functionDefinition id="x" kind="Java"/>'),
    '/xml#x',
  ),
  bad('boxes in boxes without measure', decisionFile('<list>'.repeat(5_000) + '</list>'.repeat(5_000))),
  bad(
    'a name of the prototype for a type',
    decisionFile(literal('1')).replace('typeRef="string"', 'typeRef="__proto__"'),
    '/xml#d',
  ),
  bad('a number for a decision file', 7),
  bad('a null for a decision file', null),
  bad('a decision file of more than a million characters', 'x'.repeat(1_000_001)),
];
