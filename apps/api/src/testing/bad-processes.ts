import type { BadRequest } from './bad-request.js';

const CHECKS = '/api/processes/checks';

const file = (body: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="urn:test">
  <bpmn:process id="p" name="试" isExecutable="true">${body}</bpmn:process>
</bpmn:definitions>`;

const scripted = (expression: string): string =>
  file(`<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="a" sourceRef="s" targetRef="t"/>
    <bpmn:scriptTask id="t"><bpmn:extensionElements><zeebe:script expression="${expression}" resultVariable="x"/></bpmn:extensionElements></bpmn:scriptTask>
    <bpmn:sequenceFlow id="b" sourceRef="t" targetRef="e"/><bpmn:endEvent id="e"/>`);

/** Process files that publication would refuse. */
export const badProcesses: readonly BadRequest[] = [
  { is: 'a process file that is no XML', to: CHECKS, body: { xml: 'kein XML' }, answer: 422, field: '/xml' },
  {
    is: 'XML that breaks off',
    to: CHECKS,
    body: { xml: file('<bpmn:startEvent').slice(0, 420) },
    answer: 422,
    field: '/xml',
  },
  {
    is: 'a process without a start',
    to: CHECKS,
    body: { xml: file('<bpmn:endEvent id="e"/>') },
    answer: 422,
  },
  {
    is: 'a flow to nowhere',
    to: CHECKS,
    body: {
      xml: file('<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="gone"/>'),
    },
    answer: 422,
  },
  {
    is: 'FEEL that does not parse',
    to: CHECKS,
    body: { xml: scripted('=1 +') },
    answer: 422,
    field: '/xml#t',
  },
  {
    is: 'FEEL with an unknown function',
    to: CHECKS,
    body: { xml: scripted('=steal(1)') },
    answer: 422,
    field: '/xml#t',
  },
  { is: 'a number for a process file', to: CHECKS, body: { xml: 7 }, answer: 422, field: '/xml' },
];
