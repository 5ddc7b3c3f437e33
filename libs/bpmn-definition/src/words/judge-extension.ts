import type { RawAttribute, RawElement } from '../xml/raw-element.js';
import { diagramSpaces, wuqingNamespace, zeebeNamespace } from '../xml/name-spaces.js';
import { verdictOf } from './bpmn-cell.js';
import { engineNote, engines, toolSpaces, type Engine, type EngineWord } from './engine-words.js';
import type { ExtensionWord, ExtensionWords } from './extension-word.js';
import type { Judged } from './judge-bpmn.js';
import { nearestWord } from './nearest-word.js';
import { finding, ignored, ofOwn, ofZeebe, read, type Finding, type Verdict } from './verdict.js';
import {
  otherZeebeAttributes,
  otherZeebeWords,
  zeebeConnector,
  zeebeConnectorVerdict,
  zeebeTemplateAttribute,
  zeebeWords,
} from './zeebe-words.js';

const ofEngine = (engine: string, { severity, advice }: EngineWord): Finding =>
  finding('foreign-behavior', severity, `是 ${engine} 的写法，这里不执行：${advice}`);

export const misplacedWord = '要放在步骤的 extensionElements 里，写在这里没有人读；请移过去';

/** A name space whose elements are read where they extend an element of BPMN. */
export interface ReadSpace {
  readonly uri: string;
  /** Its elements that are read. */
  readonly words: ExtensionWords;
  readonly refused: (advice: string) => Finding;
  /** What is said of an element that is not among them. */
  readonly otherElement: (element: RawElement) => Judged;
  /** What is said of an attribute that is not read, of the element at this path (`ioMapping.input`). */
  readonly otherAttribute?: (path: string, local: string, value: string) => Verdict | undefined;
}

/** The name spaces that are read, `ownWords` being the `wq:` elements. */
export const readSpaces = (ownWords: ExtensionWords): readonly ReadSpace[] => [
  {
    uri: zeebeNamespace,
    words: zeebeWords,
    refused: ofZeebe,
    otherElement: otherZeebe,
    otherAttribute: otherZeebeAttribute,
  },
  { uri: wuqingNamespace, words: ownWords, refused: ofOwn, otherElement: otherOwn(ownWords) },
];

const unknownElement = '没有这个扩展，没有人读；请改正或删去';

const otherOwn =
  (ownWords: ExtensionWords) =>
  ({ local }: RawElement): Judged => ({
    verdict: ofOwn(unknownElement),
    meant: nearestWord(local, Object.keys(ownWords)),
  });

/** A `zeebe:` element that is not among those that are read. */
export function otherZeebe({ local, children }: RawElement): Judged {
  if (local === 'properties' && children.some(isConnector)) return { verdict: zeebeConnectorVerdict };
  const verdict = Object.hasOwn(otherZeebeWords, local) ? otherZeebeWords[local] : undefined;
  if (verdict) return { verdict };
  const meant = nearestWord(local, [...Object.keys(zeebeWords), ...Object.keys(otherZeebeWords)]);
  return { verdict: ofZeebe(unknownElement), meant };
}

const isConnector = ({ attributes }: RawElement): boolean =>
  attributes.some(({ local, value }) => local === 'name' && zeebeConnector.test(value));

/** An attribute with the prefix of zeebe on an element of BPMN. */
export const zeebeAttributeOnBpmn = ({ local }: RawAttribute): Judged =>
  zeebeTemplateAttribute.test(local)
    ? { verdict: ignored('tool') }
    : { verdict: ofZeebe('不是这里的属性，没有人读；请写在 extensionElements 里的 zeebe: 元素上') };

/** An attribute of an element that is read, or of a child of one. */
export function attributeIn(
  { refused, otherAttribute }: ReadSpace,
  path: string,
  { attributes = [], values = {} }: Omit<ExtensionWord, 'on'>,
  { uri, local, value }: RawAttribute,
): Judged {
  if (uri !== '') return { verdict: refused('的属性不写前缀，写了没有人读；请去掉前缀') };
  if (!attributes.includes(local)) {
    const other = otherAttribute?.(path, local, value);
    if (other) return { verdict: other };
    const advice = attributes.length === 0 ? '没有属性' : `只有 ${attributes.join('、')}`;
    return {
      verdict: refused(`没有这一属性，没有人读，这里${advice}；请改正或删去`),
      meant: nearestWord(local, attributes),
    };
  }
  const asked = Object.hasOwn(values, local) ? values[local] : undefined;
  return { verdict: asked && !asked[0].test(value.trim()) ? refused(`的值不对：${asked[1]}`) : read };
}

function otherZeebeAttribute(path: string, local: string, value: string): Verdict | undefined {
  if (zeebeTemplateAttribute.test(local)) return ignored('tool');
  const cells = otherZeebeAttributes[path];
  const cell = cells && Object.hasOwn(cells, local) ? cells[local] : undefined;
  return cell && verdictOf(cell, value);
}

export type JudgedForeign = Judged & { readonly holder?: boolean };

/** An attribute with the prefix of somebody else. */
export const foreignAttribute = ({ uri, local }: RawAttribute): JudgedForeign =>
  engineNote.test(local) && engineOf(uri)
    ? { verdict: ignored('tool') }
    : foreignWord(uri, local, engineOf(uri)?.attributes);

/** A word of another engine in a place that is only drawn. */
export function drawnEngineWord({ uri, local }: Pick<RawAttribute, 'uri' | 'local'>): Verdict | undefined {
  const engine = engineOf(uri);
  if (!engine || engineNote.test(local)) return undefined;
  const advice = `是 ${engine.name} 的写法，写在只画不执行的地方，没有人读；请删去`;
  return finding('foreign-behavior', 'warning', advice);
}

export const foreignElement = ({ uri, local }: RawElement): JudgedForeign =>
  foreignWord(uri, local, engineOf(uri)?.elements);

function foreignWord(
  uri: string,
  local: string,
  words: Readonly<Record<string, EngineWord>> | undefined,
): JudgedForeign {
  const engine = engineOf(uri);
  if (!engine || !words) return { verdict: elsewhere(uri), holder: saysWho.test(local) };
  const word = Object.hasOwn(words, local) ? words[local]! : unknownWord;
  return { verdict: ofEngine(engine.name, word), holder: word.holder === true };
}

/** Addresses are compared without what differs between their writers. */
function engineOf(uri: string): Engine | undefined {
  const plain = uri
    .toLowerCase()
    .replace(/^https:/, 'http:')
    .replace(/[/#]+$/, '');
  return Object.hasOwn(engines, plain) ? engines[plain] : undefined;
}

/** Words by which engines that we do not know may say who does a task. */
const saysWho = /assignee|candidate|performer|potential-?owner/i;

const unknownWord: EngineWord = {
  severity: 'warning',
  advice: '不知道它在那里做什么；请核对是否影响办理，不影响就删去',
};

/** Addresses that were meant to be one of those that are read. */
const ourSpaces = [
  [/wuqing/i, wuqingNamespace, ofOwn],
  [/zeebe/i, zeebeNamespace, ofZeebe],
] as const;

const elsewhere = (uri: string): Verdict => {
  if (diagramSpaces.includes(uri)) return ignored('diagram');
  if (toolSpaces.includes(uri)) return ignored('tool');
  for (const [like, meant, of] of ourSpaces)
    if (like.test(uri)) return of(`的名称空间写得不对，没有人读；请把 xmlns 改为 ${meant}`);
  return finding(
    'foreign-behavior',
    'warning',
    '是别的系统的写法，这里不读；请核对是否影响办理，不影响就删去',
  );
};
