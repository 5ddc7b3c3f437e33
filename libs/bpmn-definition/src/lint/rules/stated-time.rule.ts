import { quoted } from '../../sentence.js';
import { isNegativeDuration, parseIsoDuration, parseMoment } from '@wuqing/bpmn-model';
import type { Json } from '@wuqing/kernel';
import type { RawExtension } from '../../source/extension.js';
import { attributeOf, labelOf } from '../../source/look-up.js';
import type { SourceNode } from '../../source/source-model.js';
import { constantValue } from '../constant-value.js';
import type { Finding, LintOptions, Rule } from '../rule.js';

/** A time to live, and a day from which a term counts or on which it ends, can be: where every case has the same. */
export const statedTime: Rule = {
  name: 'stated-time',
  check: ({ nodes }, options) =>
    nodes.flatMap((node) => node.wuqing.flatMap((extension) => findings(node, extension, options))),
};

interface Place {
  readonly attribute: string;
  readonly what: string;
  readonly isRight: (value: Json, isExpression: boolean) => boolean;
  readonly example: string;
}

const places: Readonly<Record<string, readonly Place[]>> = {
  send: [{ attribute: 'timeToLive', what: '保留时长', isRight: isTimeToLive, example: 'PT1H' }],
  serviceLevel: [
    { attribute: 'due', what: '截止日', isRight: isDay, example: '="2026-08-31"' },
    { attribute: 'from', what: '起算日', isRight: isDay, example: '="2026-08-24"' },
  ],
};

function findings(node: SourceNode, extension: RawExtension, { expressions }: LintOptions): Finding[] {
  return (places[extension.name] ?? []).flatMap(({ attribute, what, isRight, example }) => {
    const text = attributeOf(extension, attribute);
    const value = text === undefined ? undefined : constantValue(expressions, text);
    if (text === undefined || value === undefined || isRight(value, text.startsWith('='))) return [];
    const said = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    const message = `${labelOf(node)}的${what}「${quoted(said)}」不成立，请改写，例如 ${example}。`;
    return [{ message, elementId: node.id }];
  });
}

/** A duration without months; a computed one that is negative keeps the message for nobody who comes later. */
function isTimeToLive(value: Json, isExpression: boolean): boolean {
  if (typeof value !== 'string') return false;
  return parseIsoDuration(value)?.months === 0 || (isExpression && isNegativeDuration(value));
}

/**
 * A day, or a moment with its offset, as the terms of steps read them; a text without `=` is said to be wrong by the room that
 * owns the extension.
 */
function isDay(value: Json, isExpression: boolean): boolean {
  if (!isExpression) return true;
  if (typeof value !== 'string' || parseMoment(value, 'UTC') === undefined) return false;
  return !value.includes('T') || /(Z|[+-]\d{2}:\d{2})$/.test(value);
}
