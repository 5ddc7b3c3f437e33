import type { RawAttribute, RawElement } from '../xml/raw-element.js';
import { wuqingNamespace, zeebeNamespace } from '../xml/name-spaces.js';
import { verdictOf } from './bpmn-cell.js';
import { cellOf, isBpmn, isBpmnAttribute, judgeChild, type Judged } from './judge-bpmn.js';
import { drawnEngineWord, misplacedWord, otherZeebe, zeebeAttributeOnBpmn } from './judge-extension.js';
import { attributeWord, lineageOf, typeOfElement } from './meta-model.js';
import { finding, ignored, ofOwn, ofZeebe, type Verdict } from './verdict.js';

/** What is said of a word in a place that is only drawn. */
export interface DrawnWord {
  readonly judged: Judged;
  readonly owner: RawElement;
  readonly word: string;
  readonly at: RawElement;
}

const advice = '写在只画不执行的地方，没有人读；请移到要执行的步骤上';
export const drawnWord = ofOwn(advice);
const drawnZeebe = ofZeebe(advice);
const misplaced = ofOwn(misplacedWord);
const lost = finding('known-word', 'error', '画在只画不执行的地方，不会执行；请移到流程里');
const strange = finding('known-word', 'warning', '这里 BPMN 没有，没有人读；请改正或删去');
const nothing: Verdict = ignored('drawing');

/**
 * Lanes, pools, notes and pictures say nothing that is executed: of what stands in them only our own words are named, and,
 * where `type` says what the element is in BPMN, those of zeebe and of other engines, steps that would be lost, and what
 * BPMN does not have there.
 */
export function* drawnWords(
  element: RawElement,
  type: string | undefined,
  ofOwnWord: Verdict,
): Generator<DrawnWord> {
  const open: Drawn[] = [{ element, type }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { element: owner, type: is, said } = next;
    if (said) yield said;
    if (said?.judged.verdict.is === 'finding') continue;
    for (const attribute of owner.attributes)
      yield { judged: { verdict: ofAttribute(attribute, is) }, owner, word: attribute.written, at: owner };
    open.push(...owner.children.map((child) => ofChild(child, owner, is, ofOwnWord)).toReversed());
  }
}

/** An element that is still to be looked into, with what is said of it as a whole. */
interface Drawn {
  readonly element: RawElement;
  readonly type: string | undefined;
  readonly said?: DrawnWord;
}

function ofChild(child: RawElement, parent: RawElement, type: string | undefined, ofOwnWord: Verdict): Drawn {
  const { judged, looksInto } = judgeDrawn(child, type, ofOwnWord);
  return { element: child, type: looksInto, said: { judged, owner: parent, word: child.written, at: child } };
}

function ofAttribute(attribute: RawAttribute, type: string | undefined): Verdict {
  const { uri, local } = attribute;
  if (uri === wuqingNamespace) return misplaced;
  if (type === undefined) return nothing;
  if (uri === zeebeNamespace) return zeebeAttributeOnBpmn(attribute).verdict;
  if (!isBpmnAttribute(attribute)) return drawnEngineWord(attribute) ?? nothing;
  return attributeWord(type, local) ? nothing : strange;
}

function judgeDrawn(
  child: RawElement,
  type: string | undefined,
  ofOwnWord: Verdict,
): { judged: Judged; looksInto?: string | undefined } {
  if (child.uri === wuqingNamespace) return { judged: { verdict: ofOwnWord } };
  if (type === undefined) return { judged: { verdict: nothing } };
  if (child.uri === zeebeNamespace) {
    const { verdict } = otherZeebe(child);
    return { judged: { verdict: verdict.is === 'ignored' ? verdict : drawnZeebe } };
  }
  if (!isBpmn(child)) return { judged: { verdict: drawnEngineWord(child) ?? nothing } };
  const { word, type: is, verdict, meant } = judgeChild(type, child);
  if (isStep(child) && word?.name !== 'flowElements') return { judged: { verdict: lost } };
  if (!word) return { judged: { verdict: strange, meant } };
  const because = verdict.is === 'ignored' ? verdict.because : 'drawing';
  const cell = cellOf(type, word);
  return {
    judged: { verdict: cell ? verdictOf(cell, undefined) : nothing },
    looksInto: because === 'drawing' && !word.isReference ? is : undefined,
  };
}

/** What looks as if it were executed where nothing is. */
const isStep = ({ local }: RawElement): boolean => lineageOf(typeOfElement(local) ?? '').has('FlowElement');
