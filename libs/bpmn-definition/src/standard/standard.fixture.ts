import { required } from '@wuqing/kernel';
import { readXml } from '../xml/read-xml.js';
import { checkStandard, type SubClass } from './check-standard.js';

const spaces =
  'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/** A file that holds this; `urn:own` is its name space. */
export const file = (inside: string): string =>
  `<definitions ${spaces} targetNamespace="urn:own">${inside}</definitions>`;

/** A file with one executable process that holds this. */
export const process = (inside: string, around = ''): string =>
  file(`${around}<process id="p" isExecutable="true">${inside}</process>`);

export const el = (type: string, id: string, inside = '', attributes = ''): string =>
  `<${type} id="${id}" ${attributes}>${inside}</${type}>`;

export const flow = (from: string, to: string, inside = ''): string =>
  `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${inside}</sequenceFlow>`;

export const condition = '<conditionExpression xsi:type="tFormalExpression">=a</conditionExpression>';

/** start `s` → the nodes in order → end `e`. */
export const line = (nodes: string, ...ids: string[]): string =>
  el('startEvent', 's') +
  nodes +
  el('endEvent', 'e') +
  ['s', ...ids].map((from, at) => flow(from, ids[at] ?? 'e')).join('');

/** `<constraint> <element id>` of each finding. */
export async function brokenIn(xml: string, subClass: SubClass = 'drawn'): Promise<string[]> {
  const parsed = await readXml(xml);
  const read = required(parsed.ok ? parsed.value : undefined, 'a file that can be read');
  return checkStandard(read, subClass).map(
    ({ constraint, elementId }) => `${constraint ?? '-'} ${elementId ?? '-'}`,
  );
}

/** Constraint → a file that keeps it, and files that break it and nothing else, each with the element it is found at. */
export type Pairs = Readonly<
  Record<string, { readonly kept: readonly string[]; readonly broken: Readonly<Record<string, string>> }>
>;

/** Registers the specs of some constraints. */
export function testConstraints(pairs: Pairs, subClass?: SubClass): void {
  describe.each(Object.entries(pairs))('%s', (constraint, { kept, broken }) => {
    it.each(kept)('is kept', async (xml) => expect(await brokenIn(xml, subClass)).toEqual([]));
    it.each(Object.entries(broken))('is broken at %s', async (element, xml) =>
      expect(await brokenIn(xml, subClass)).toEqual([`${constraint} ${element}`]),
    );
  });
}
