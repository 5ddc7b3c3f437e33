import { required } from '@wuqing/kernel';
import { ExpressionCompiler } from '../compile/expression-compiler.js';
import { sourceModelOf, type SourceModel } from '../source/source-model.js';
import type { KnownVariables } from '../source/variable-provider.js';
import type { ExtensionWords } from '../words/extension-word.js';
import { readXml } from '../xml/read-xml.js';
import type { ExtensionChecker, Rule } from './rule.js';

const namespaces = [
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
  'xmlns:wq="urn:wuqing:bpmn:1"',
  'xmlns:camunda="http://camunda.org/schema/1.0/bpmn"',
  'xmlns:flowable="http://flowable.org/bpmn"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

/** A BPMN file with one executable process `p`; `around` stands beside it. */
export const drawing = (inside: string, around = ''): string =>
  `<bpmn:definitions ${namespaces}>\n${around}<bpmn:process id="p" name="P" isExecutable="true">\n${inside}\n</bpmn:process>\n</bpmn:definitions>`;

export const start = '<bpmn:startEvent id="s"/>';
export const end = '<bpmn:endEvent id="e"/>';

/** A flow `<from>-<to>`, with a condition where one is given. */
export const flow = (from: string, to: string, condition?: string): string => {
  const text =
    condition === undefined ? '' : `<bpmn:conditionExpression>${condition}</bpmn:conditionExpression>`;
  return `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${text}</bpmn:sequenceFlow>`;
};

/** An element `id` with extension elements and what else stands inside it. */
export const node = (type: string, id: string, extensions = '', inside = '', attributes = ''): string =>
  `<bpmn:${type} id="${id}" ${attributes}>${extensions === '' ? '' : `<bpmn:extensionElements>${extensions}</bpmn:extensionElements>`}${inside}</bpmn:${type}>`;

/** start → the node `u` → end. */
export const around = (middle: string): string => start + middle + end + flow('s', 'u') + flow('u', 'e');

export async function modelOf(xml: string): Promise<SourceModel> {
  const parsed = await readXml(xml);
  return sourceModelOf(required(parsed.ok ? parsed.value : undefined, 'a drawing that can be read'));
}

/** `<element id> <severity>: <message>` of each finding. */
export async function findingsOf(
  rule: Rule,
  xml: string,
  extensions: Readonly<Record<string, ExtensionChecker>> = {},
  knownVariables?: KnownVariables,
  words?: ExtensionWords,
): Promise<string[]> {
  const expressions = new ExpressionCompiler(['add working days']);
  return rule
    .check(await modelOf(xml), {
      expressions,
      extensions,
      ...(words && { words }),
      ...(knownVariables && { knownVariables }),
    })
    .map(({ elementId, severity = 'error', message }) => `${elementId ?? '-'} ${severity}: ${message}`);
}

export interface RuleTable {
  /** Title → insides of a process without findings. */
  readonly valid: Readonly<Record<string, string>>;
  /** Title → insides of a process, then element id and a part of the message of each finding. */
  readonly invalid: Readonly<
    Record<string, readonly [inside: string, ...expected: (readonly [id: string, part: string])[]]>
  >;
}

/** Registers the specs of a rule. */
export function testRule(rule: Rule, { valid, invalid }: RuleTable): void {
  describe(rule.name, () => {
    it.each(Object.entries(valid))('accepts %s', async (_title, inside) => {
      expect(await findingsOf(rule, drawing(inside))).toEqual([]);
    });

    it.each(Object.entries(invalid))('refuses %s', async (_title, [inside, ...expected]) => {
      const patterns = expected.map(([id, part]) =>
        expect.stringMatching(new RegExp(`^${id} .*${part}`, 's')),
      );
      expect(await findingsOf(rule, drawing(inside))).toEqual(patterns);
    });
  });
}
