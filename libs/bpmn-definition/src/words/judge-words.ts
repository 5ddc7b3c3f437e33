import type { RawAttribute, RawElement } from '../xml/raw-element.js';
import { wuqingNamespace, zeebeNamespace } from '../xml/name-spaces.js';
import type { ExtensionWord, ExtensionWords } from './extension-word.js';
import {
  isBpmn,
  isBpmnAttribute,
  isDrawn,
  judgeAttribute,
  judgeChild,
  judgeTypeAsked,
  noticeOf,
  xsi,
  type Judged,
} from './judge-bpmn.js';
import {
  attributeIn,
  foreignAttribute,
  foreignElement,
  misplacedWord,
  readSpaces,
  zeebeAttributeOnBpmn,
  type JudgedForeign,
  type ReadSpace,
} from './judge-extension.js';
import { drawnWord, drawnWords } from './drawn-words.js';
import { typeOfElement } from './meta-model.js';
import { nearestWord } from './nearest-word.js';
import { isReadOn, placesText } from './places.js';
import { finding, ofOwn, type Verdict } from './verdict.js';
import { wordFinding, type WordFinding } from './word-finding.js';

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
/** What holds elements that a person knows by their own names. */
const namesItself: ReadonlySet<string> = new Set(['flowElements', 'artifacts', 'rootElements']);
const twice = finding('written-once', 'error', '写了不止一次，只有一个会被读；请只留一个');

/**
 * Every element and attribute of the file that nobody reads and no rule lets be, in document order: one walk over the file
 * as it is written, because its parser drops what it does not know. `ownWords` are the `wq:` elements.
 */
export function judgeWords(root: RawElement, ownWords: ExtensionWords): WordFinding[] {
  const walk = new Walk(root, readSpaces(ownWords));
  walk.bpmn(root, 'Definitions');
  return walk.found;
}

class Walk {
  readonly found: WordFinding[] = [];

  constructor(
    private readonly root: RawElement,
    private readonly spaces: readonly ReadSpace[],
  ) {}

  /** An element of BPMN that is executed, or belongs to what is. */
  bpmn(element: RawElement, type: string): void {
    if (isDrawn(type, element)) return this.drawn(element, undefined, notExecutedWord);
    const written = new Set<string>();
    for (const attribute of element.attributes) {
      this.attribute(element, type, attribute);
      if (!isBpmnAttribute(attribute)) continue;
      if (written.has(attribute.local)) this.say({ verdict: twice }, element, attribute.written);
      written.add(attribute.local);
    }
    const known = new Set<string>();
    for (const child of element.children) {
      if (!isBpmn(child)) this.stranger(child, element, type, element, new Set());
      else if (type === 'ExtensionElements') this.say(judgeChild(type, child), element, child.written, child);
      else this.child(element, type, child, known);
    }
  }

  private child(element: RawElement, type: string, child: RawElement, known: Set<string>): void {
    const { verdict, meant, word, type: childType = '' } = judgeChild(type, child);
    if (word && !word.isMany && known.has(word.name))
      this.say({ verdict: twice }, element, child.written, child);
    if (word) known.add(word.name);
    const holder = word?.name === 'resources' ? deepText(child) : undefined;
    const owner = word && namesItself.has(word.name) ? child : element;
    this.say({ verdict, meant }, owner, child.written, child, holder);
    if (verdict.is === 'finding') return;
    this.say({ verdict: noticeOf(childType, child, this.root) }, child, child.written, child);
    if (verdict.is !== 'read')
      this.drawn(child, verdict.is === 'ignored' && verdict.because === 'drawing' ? childType : undefined);
    else if (childType === 'ExtensionElements') this.extensions(child, element, type);
    else if (word?.isReference !== true) this.bpmn(child, childType);
  }

  private extensions(container: RawElement, owner: RawElement, type: string): void {
    const known = new Set<string>();
    for (const attribute of container.attributes) this.attribute(container, 'ExtensionElements', attribute);
    for (const child of container.children) this.stranger(child, owner, type, container, known);
  }

  private attribute(element: RawElement, type: string, attribute: RawAttribute): void {
    const { uri, written, value } = attribute;
    if (uri === xmlNamespace) return;
    if (uri === xsi) return this.say(judgeTypeAsked(element, type, attribute), element, written);
    if (isBpmnAttribute(attribute)) this.say(judgeAttribute(type, attribute, element), element, written);
    else if (uri === zeebeNamespace) this.say(zeebeAttributeOnBpmn(attribute), element, written);
    else if (uri === wuqingNamespace) this.say({ verdict: ofOwn(misplacedWord) }, element, written);
    else {
      const judged = foreignAttribute(attribute);
      this.say(judged, element, written, element, judged.holder ? value : undefined);
    }
  }

  /** An element of another name space: an extension of `owner`, or one that stands outside the place of extensions. */
  private stranger(
    child: RawElement,
    owner: RawElement,
    type: string,
    container: RawElement,
    known: Set<string>,
  ): void {
    const isOutside = container.local !== 'extensionElements';
    const space = this.spaces.find(({ uri }) => uri === child.uri);
    if (space) {
      if (isOutside) return this.say({ verdict: space.refused(misplacedWord) }, owner, child.written, child);
      const word = Object.hasOwn(space.words, child.local) ? space.words[child.local] : undefined;
      if (!word) return this.say(space.otherElement(child), owner, child.written, child);
      return this.extension(space, child, word, owner, type, known);
    }
    if (isBpmn(child)) return this.say(judgeChild('ExtensionElements', child), owner, child.written, child);
    const judged =
      isOutside && typeOfElement(child.local) && !isLetBe(child) ? elsewhere : foreignElement(child);
    const said = child.attributes.map(({ value }) => value).join(' ') || child.text;
    this.say(judged, owner, child.written, child, judged.holder ? said : undefined);
    if (judged.verdict.is === 'ignored') this.drawn(child);
  }

  private extension(
    space: ReadSpace,
    element: RawElement,
    word: ExtensionWord,
    owner: RawElement,
    type: string,
    known: Set<string>,
  ): void {
    if (!isReadOn(word, owner, type, this.root)) {
      const advice = `写在这里没有人读，只能写在${placesText(word)}上；请移过去或删去`;
      return this.say({ verdict: space.refused(advice) }, owner, element.written, element);
    }
    if (word.once && known.has(element.local)) this.say({ verdict: twice }, owner, element.written, element);
    known.add(element.local);
    this.inside(space, element.local, element, word);
  }

  /** What an extension says, with what it contains. */
  private inside(space: ReadSpace, path: string, element: RawElement, word: Omit<ExtensionWord, 'on'>): void {
    for (const attribute of element.attributes) {
      const name = `${element.written} ${attribute.written}`;
      this.say(attributeIn(space, path, word, attribute), element, name);
    }
    const { children = {} } = word;
    for (const child of element.children) {
      const inner =
        child.uri === element.uri && Object.hasOwn(children, child.local) ? children[child.local] : undefined;
      const name = `${element.written} ${child.written}`;
      if (inner) this.inside(space, `${path}.${child.local}`, child, inner);
      else
        this.say(
          {
            verdict: space.refused('没有这一元素，没有人读；请改正或删去'),
            meant: nearestWord(child.local, Object.keys(children)),
          },
          element,
          name,
          child,
        );
    }
    if (word.text !== true && element.text.trim() !== '')
      this.say({ verdict: space.refused('里的文字没有人读；请写成属性') }, element, element.written);
  }

  /** What is only drawn, with what stands in it; `type` where it is BPMN's and belongs to what is executed. */
  private drawn(element: RawElement, type?: string, ofOwnWord: Verdict = drawnWord): void {
    for (const { judged, owner, word, at } of drawnWords(element, type, ofOwnWord))
      this.say(judged, owner, word, at);
  }

  private say(
    { verdict, meant }: Judged,
    owner: RawElement,
    word: string,
    at: RawElement = owner,
    holder?: string,
  ): void {
    if (verdict.is !== 'finding') return;
    const found = wordFinding(verdict, owner, word, meant);
    this.found.push({
      ...found,
      order: at.order,
      ...(holder !== undefined && { holder: { word, value: holder } }),
    });
  }
}

/** The text of an element with that of all it contains. */
const deepText = ({ text, children }: RawElement): string =>
  [text, ...children.map(deepText)]
    .map((part) => part.trim())
    .join(' ')
    .trim();

/** What BPMN calls so, in the place of BPMN: whoever wrote it meant it to be executed. */
const elsewhere: JudgedForeign = {
  verdict: finding('known-word', 'error', '的名称空间不是 BPMN 的，没有人读；请改正 xmlns 或前缀'),
};
const isLetBe = (child: RawElement): boolean => foreignElement(child).verdict.is === 'ignored';
/** The same file may be published once more, with the other process as the one that is executed. */
const notExecutedWord = finding('own-word', 'warning', '所在的流程没有勾选「可执行」，这次没有人读');
