import { quoted } from '../../sentence.js';
import { expressionLengthMax } from '../../feel/parse-expression.js';
import type { RawExtension } from '../../source/extension.js';
import type { SourceNode } from '../../source/source-model.js';
import type { ModdleElement } from '../../xml/moddle-element.js';
import type { Finding, Rule } from '../rule.js';

export const nameLengthMax = 200;
/** An attribute of an extension may hold an expression behind its `=`. */
export const attributeLengthMax = expressionLengthMax + 1;

/** Names fit into lists and notices; what extensions say is bounded, because it is kept in every compiled version. */
export const textLength: Rule = {
  name: 'text-length',
  check: ({ process, nodes, flows, messages }) => [
    ...[...(process ? [process] : []), ...messages].flatMap(ofName),
    ...[...nodes, ...flows].flatMap(({ element }) => ofName(element)),
    ...nodes.flatMap(ofExtensions),
  ],
};

const ofName = ({ id, name }: ModdleElement): Finding[] =>
  typeof name === 'string' && name.length > nameLengthMax
    ? [
        {
          message: `名称「${quoted(name.slice(0, 20))}…」超过 ${nameLengthMax} 个字符，请缩短。`,
          elementId: id,
        },
      ]
    : [];

const ofExtensions = ({ id, zeebe, wuqing }: SourceNode): Finding[] =>
  [...zeebe, ...wuqing].flatMap(tooLong).map((name) => ({
    message: `「${quoted(name)}」超过 ${attributeLengthMax} 个字符，请缩短。`,
    elementId: id,
  }));

/** `extension/attribute` of each text that is too long. */
const tooLong = ({ name, attributes, children, text = '' }: RawExtension): string[] => [
  ...Object.entries({ ...attributes, text })
    .filter(([, value]) => value.length > attributeLengthMax)
    .map(([attribute]) => `${name}/${attribute}`),
  ...children.flatMap(tooLong),
];
