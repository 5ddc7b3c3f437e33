import { rawAttribute, type RawAttribute, type RawElement } from '../xml/raw-element.js';
import { bpmnNamespace } from '../xml/name-spaces.js';
import { verdictOf, type BpmnCell } from './bpmn-cell.js';
import { bpmnCells, noticeCells, typeCells } from './bpmn-cells.js';
import {
  attributeWord,
  childNames,
  childWord,
  enumerations,
  lineageOf,
  typeOfElement,
  wordsOf,
  type BpmnWord,
} from './meta-model.js';
import { nearestWord } from './nearest-word.js';
import { finding, ignored, type Finding, type Verdict } from './verdict.js';

export interface Judged {
  readonly verdict: Verdict;
  /** The word that was probably meant. */
  readonly meant?: string | undefined;
}

/** What becomes of a word in an element of this type; a type that derives from another may say otherwise. */
export function cellOf(type: string, word: BpmnWord): BpmnCell | undefined {
  for (const one of lineageOf(type)) {
    const cell = bpmnCells[one]?.[word.name];
    if (cell && (one === word.owner || one === type || lineageOf(one).has(word.owner))) return cell;
  }
  return bpmnCells[word.owner]?.[word.name];
}

/** What the table does not name is no part of a process that is executed. */
const unnamed: BpmnCell = finding('unexecuted-content', 'error', '不会执行；请删去');

/** An attribute without prefix, or with that of BPMN. */
export function judgeAttribute(type: string, attribute: RawAttribute, element: RawElement): Judged {
  const { local, value } = attribute;
  const word = attributeWord(type, local);
  if (!word) {
    const names = wordsOf(type).filter(({ kind }) => kind === 'attribute');
    const meant = nearestWord(
      local,
      names.map(({ name }) => name),
    );
    return { verdict: unknownAttribute, meant };
  }
  if (local === 'isInterrupting' && !startsEventSubProcess(element) && value.trim() === 'false')
    return { verdict: interruptsNothing };
  const verdict = verdictOf(cellOf(type, word) ?? unnamed, value);
  return {
    verdict:
      verdict.is === 'ignored' || verdict.is === 'finding' ? verdict : (misWritten(word, value) ?? verdict),
  };
}

const startsEventSubProcess = ({ parent }: RawElement): boolean =>
  parent?.attributes.some(({ local, value }) => local === 'triggeredByEvent' && value.trim() === 'true') ===
  true;

const interruptsNothing = finding(
  'unexecuted-content',
  'warning',
  '只对事件子流程的开始事件有用，这里没有人读；请删去',
);

const unknownAttribute = finding('known-word', 'error', '这一属性 BPMN 没有，没有人读；请改正或删去');

/** A value that is none of the type of its word: it would be read as another. */
function misWritten({ type }: BpmnWord, value: string): Finding | undefined {
  const written = value.trim();
  const says = (what: string): Finding => finding('known-word', 'error', `的值不对，${what}`);
  if (type === 'Boolean')
    return written === 'true' || written === 'false' ? undefined : says('只能写 true 或 false');
  if (type === 'Integer') return /^[+-]?\d{1,9}$/.test(written) ? undefined : says('要写一个整数');
  const values = enumerations[type];
  return values === undefined || values.includes(value) ? undefined : says(`只能写 ${values.join('、')}`);
}

/** A child element of BPMN; `type` is its own where it is looked into. */
export function judgeChild(
  parentType: string,
  child: RawElement,
): Judged & { readonly word?: BpmnWord; readonly type?: string } {
  const found = childWord(parentType, child.local);
  if (!found) return strange(parentType, child.local);
  const { word } = found;
  const asked = typeAsked(child);
  const type = asked !== undefined && lineageOf(asked).has(found.type) ? asked : found.type;
  const verdict = verdictOf(cellOf(parentType, word) ?? unnamed, rawAttribute(child, 'name'));
  const whole = verdict.is === 'read' ? typeCells[type] : undefined;
  return { verdict: whole ? verdictOf(whole, undefined) : verdict, word, type };
}

const strange = (parentType: string, local: string): Judged => ({
  verdict: finding(
    'known-word',
    'error',
    typeOfElement(local)
      ? '不能放在这里，没有人读；请移到它的位置或删去'
      : '这一元素 BPMN 没有，没有人读；请改正或删去',
  ),
  meant: nearestWord(local, childNames(parentType)),
});

/** `FormalExpression` of `xsi:type="bpmn:tFormalExpression"`. */
function typeAsked({ attributes }: RawElement): string | undefined {
  const asked = attributes.find(({ uri, local }) => uri === xsi && local === 'type')?.value;
  return asked === undefined
    ? undefined
    : typeOfElement(
        asked
          .trim()
          .replace(/^.*:t?/, '')
          .replace(/^./, lower),
      );
}

/** `xsi:type`: only an expression may say that it is another type than its name says; nobody reads it elsewhere. */
export function judgeTypeAsked(element: RawElement, type: string, { local }: RawAttribute): Judged {
  const asked = local === 'type' ? typeAsked(element) : undefined;
  const isSaid =
    local !== 'type' || lineageOf(type).has('Expression') || asked === typeOfElement(element.local);
  return { verdict: isSaid ? ignored('xml') : otherType };
}

const otherType = finding(
  'known-word',
  'error',
  '给这个元素指定了另一种类型，没有人读；请改元素本身，并删去 xsi:type',
);

/** What is said of an element that is looked into all the same: data that are drawn hold nothing. */
export function noticeOf(type: string, element: RawElement, root: RawElement): Verdict {
  const cell = noticeCells[type];
  // Of data that are drawn by a reference, the reference speaks.
  return cell && !(type === 'DataObject' && referredData(root).has(rawAttribute(element, 'id')))
    ? verdictOf(cell, undefined)
    : ignored('drawing');
}

const referredIn = new WeakMap<RawElement, ReadonlySet<string | undefined>>();
function referredData(root: RawElement): ReadonlySet<string | undefined> {
  const known = referredIn.get(root);
  if (known) return known;
  const found = new Set<string | undefined>();
  const open = [root];
  for (let at = open.pop(); at; at = open.pop()) {
    const refers = at.attributes.find(({ local }) => local === 'dataObjectRef');
    if (refers) found.add(refers.value.trim().replace(/^.*:/, ''));
    open.push(...at.children);
  }
  referredIn.set(root, found);
  return found;
}

const lower = (letter: string): string => letter.toLowerCase();
export const xsi = 'http://www.w3.org/2001/XMLSchema-instance';

/** Whether what stands here is only drawn: a process that does not say that it is executed. */
export const isDrawn = (type: string, { attributes }: RawElement): boolean =>
  type === 'Process' &&
  !attributes.some(({ local, value }) => local === 'isExecutable' && value.trim() === 'true');

export const isBpmn = ({ uri }: RawElement): boolean => uri === bpmnNamespace;
/** Without prefix an attribute belongs to its element. */
export const isBpmnAttribute = ({ uri }: RawAttribute): boolean => uri === bpmnNamespace || uri === '';
