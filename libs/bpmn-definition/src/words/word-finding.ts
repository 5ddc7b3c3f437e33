import { labelText, quoted } from '../sentence.js';
import { rawAttribute, type RawElement } from '../xml/raw-element.js';
import { bpmnNamespace } from '../xml/name-spaces.js';
import type { Finding } from './verdict.js';

/** A word of the file that is not read, at its place. */
export interface WordFinding {
  readonly rule: Finding['rule'];
  readonly severity: Finding['severity'];
  readonly message: string;
  /** The nearest element that has an id. */
  readonly elementId: string | undefined;
  /** As it is written. */
  readonly word: string;
  /** Place of the element among the start tags of the file. */
  readonly order: number;
  /** `camunda:assignee` and what it says, of a word that says who does a task. */
  readonly holder?: { readonly word: string; readonly value: string };
}

/** The element itself, or the nearest around it that has an id. */
export function identified(element: RawElement): RawElement | undefined {
  for (let at: RawElement | undefined = element; at; at = at.parent)
    if (at.uri === bpmnNamespace && rawAttribute(at, 'id')) return at;
  return undefined;
}

export function labelOfRaw(element: RawElement): string {
  const { name = '', id = '文件' } = identifiedAttributes(element);
  return labelText({ name, id });
}

function identifiedAttributes(element: RawElement): { name?: string | undefined; id?: string | undefined } {
  const at = identified(element);
  return at ? { name: rawAttribute(at, 'name'), id: rawAttribute(at, 'id') } : {};
}

/** `<element>的 <word> <advice>。` */
export function wordFinding(
  { rule, severity, advice }: Omit<Finding, 'is'>,
  element: RawElement,
  word: string,
  meant?: string,
): WordFinding {
  const instead = meant === undefined ? '' : `，是不是「${meant}」`;
  const at = identified(element);
  return {
    rule,
    severity,
    message: `${labelOfRaw(element)}的「${quoted(word)}」${advice}${instead}。`,
    elementId: at && rawAttribute(at, 'id'),
    word,
    order: element.order,
  };
}
