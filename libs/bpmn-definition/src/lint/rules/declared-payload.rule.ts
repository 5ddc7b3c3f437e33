import { quoted } from '../../sentence.js';
import { payloadTypes } from '@wuqing/bpmn-model';
import { isPayloadType } from '../../compile/compile-payload.js';
import { wuqingOf, type RawExtension } from '../../source/extension.js';
import { attributeOf } from '../../source/look-up.js';
import type { SourceModel } from '../../source/source-model.js';
import { elementsIn, textIn, type ModdleElement } from '../../xml/moddle-element.js';
import type { Finding, Rule } from '../rule.js';
import { variableName } from './script-task.rule.js';

const LETTERS_MAX = 20_000;
const ITEMS_MAX = 500;
const NAME_MAX = 64;

/**
 * What a message, a signal or a service may bring is declared field by field: named once, of a known type, bounded. That a
 * word stands where it is read, and once, is asked by `own-word` and `written-once`.
 */
export const declaredPayload: Rule = {
  name: 'declared-payload',
  check: (source) => [
    ...rootsOf(source).flatMap((root) => declarationProblems(root, labelOf(root), 'payload')),
    ...source.nodes.flatMap(({ element }) => declarationProblems(element, labelOf(element), 'answer')),
  ],
};

/** Messages and signals of the file. */
const rootsOf = ({ definitions }: SourceModel): ModdleElement[] =>
  elementsIn(definitions, 'rootElements').filter(({ $type }) =>
    ['bpmn:Message', 'bpmn:Signal'].includes($type),
  );

const labelOf = (element: ModdleElement): string =>
  `「${quoted(textIn(element, 'name') ?? element.id ?? element.$type)}」`;

function declarationProblems(element: ModdleElement, label: string, name: 'payload' | 'answer'): Finding[] {
  const declared = wuqingOf(element).filter((extension) => extension.name === name);
  const { id } = element;
  const fields = declared
    .slice(0, 1)
    .flatMap(({ children }) => children.filter((child) => child.name === 'field'));
  const messages = [
    ...fields.flatMap((field) => fieldProblems(field, label)),
    ...twice(fields, 'name', label),
    ...twice(fields, 'variable', label),
  ];
  return messages.map((message) => ({ message, ...(id !== undefined && { elementId: id }) }));
}

function fieldProblems(field: RawExtension, label: string): string[] {
  const name = attributeOf(field, 'name') ?? '';
  const at = `${label}的“${quoted(name)}”`;
  const type = attributeOf(field, 'type') ?? 'text';
  return [
    ...unless(isName(name), `${label}有一项名称不合规，请用一个简单的变量名，不超过 ${NAME_MAX} 字。`),
    ...unless(isName(attributeOf(field, 'variable') ?? name), `${at}的变量名不合规，请用一个简单的变量名。`),
    ...unless(attributeOf(field, 'title') !== undefined, `${at}没有中文名称（title），请填写。`),
    ...unless(isPayloadType(type), `${at}的类型应为 ${payloadTypes.join('、')} 之一。`),
    ...unless(isFlag(attributeOf(field, 'required')), `${at}的 required 应为 true 或 false。`),
    ...(isPayloadType(type) ? boundProblems(field, type, at) : []),
  ];
}

const isName = (name: string): boolean => name.length <= NAME_MAX && variableName.test(name);
const isFlag = (text: string | undefined): boolean =>
  text === undefined || text === 'true' || text === 'false';
const unless = (holds: boolean, message: string): string[] => (holds ? [] : [message]);

function boundProblems(field: RawExtension, type: string, at: string): string[] {
  const isText = type === 'text' || type === 'texts';
  const isNumber = type === 'number' || type === 'integer';
  const [minimum, maximum] = [attributeOf(field, 'minimum'), attributeOf(field, 'maximum')];
  return [
    ...count(field, 'maxLength', isText || type === 'json', LETTERS_MAX, at),
    ...count(field, 'maxItems', type === 'texts', ITEMS_MAX, at),
    ...unless(
      [minimum, maximum].every((text) => text === undefined || (isNumber && isNumeral(text))),
      `${at}的 minimum 和 maximum 应为数字，并且只用于 number 和 integer。`,
    ),
    ...unless(
      minimum === undefined || maximum === undefined || Number(minimum) <= Number(maximum),
      `${at}的 minimum 大于 maximum，没有可以填写的数。`,
    ),
    ...unless(attributeOf(field, 'values') === undefined || isText, `${at}的 values 只用于 text 和 texts。`),
  ];
}

const isNumeral = (text: string): boolean => /^-?\d{1,15}(\.\d{1,6})?$/.test(text);

function count(field: RawExtension, name: string, fits: boolean, max: number, at: string): string[] {
  const text = attributeOf(field, name);
  if (text === undefined) return [];
  const isCount = /^[1-9]\d{0,5}$/.test(text) && Number(text) <= max;
  return unless(fits && isCount, `${at}的 ${name} 应为 1 至 ${max} 的整数，并且与类型相符。`);
}

function twice(fields: readonly RawExtension[], attribute: 'name' | 'variable', label: string): string[] {
  const names = fields.map((field) => attributeOf(field, attribute) ?? attributeOf(field, 'name') ?? '');
  const repeated = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
  return repeated === undefined ? [] : [`${label}两次写了“${quoted(repeated)}”，请删去一项。`];
}
