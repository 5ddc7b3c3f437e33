import { errorOf, type Problem } from '../problem.js';
import { lineAt } from './check-text.js';

/** Elements of the whole file: 2,000 steps and connections with diagram and extensions stay below. */
export const xmlElementsMax = 20_000;
/** Elements in elements: twenty sub-processes with twenty extension elements inside stay below. */
export const xmlDepthMax = 64;
export const xmlAttributesMax = 64;

/** What is skipped as a whole: how it begins, how it ends. */
const skipped = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/**
 * Counts elements, depth and attributes without building anything, and stops at the first excess, so that the parser
 * never sees a file that would keep it busy. Says nothing of what is malformed: the parser does.
 */
export function checkShape(xml: string): Problem[] {
  let elements = 0;
  let depth = 0;
  for (const tag of tagsOf(xml)) {
    if (tag === 'end') {
      depth--;
      continue;
    }
    elements++;
    if (!tag.closed) depth++;
    const excess = excessOf(elements, depth, tag.attributes);
    if (excess !== undefined) return [errorOf('text-limits', excess, lineAt(xml, tag.at))];
  }
  return [];
}

/** The line of each start tag, from 1, in the order of the file. */
export function startTagLines(xml: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let next = xml.indexOf('\n');
  for (const tag of tagsOf(xml)) {
    if (tag === 'end') continue;
    for (; next !== -1 && next < tag.at; next = xml.indexOf('\n', next + 1)) line++;
    lines.push(line);
  }
  return lines;
}

interface Tag {
  readonly at: number;
  readonly end: number;
  readonly closed: boolean;
  readonly attributes: number;
}

function* tagsOf(xml: string): Generator<Tag | 'end'> {
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    const skip = skipped.find(([begin]) => xml.startsWith(begin, at));
    if (skip) {
      at = endOf(xml, skip[1], at);
    } else if (xml.startsWith('</', at)) {
      yield 'end';
      at = endOf(xml, '>', at);
    } else {
      const tag = tagAt(xml, at);
      yield { at, ...tag };
      at = tag.end;
    }
  }
}

function excessOf(elements: number, depth: number, attributes: number): string | undefined {
  if (elements > xmlElementsMax)
    return `流程文件的 XML 元素超过 ${xmlElementsMax} 个，请删去多余内容或拆成几个流程后再上传。`;
  if (depth > xmlDepthMax) return `流程文件的 XML 嵌套超过 ${xmlDepthMax} 层，请减少子流程或扩展元素的层数。`;
  if (attributes > xmlAttributesMax) return `一个元素的属性超过 ${xmlAttributesMax} 个，请删去多余属性。`;
  return undefined;
}

function endOf(xml: string, end: string, from: number): number {
  const at = xml.indexOf(end, from);
  return at === -1 ? xml.length : at + end.length;
}

/** The start tag at `from`: behind its `>`, whether it closes itself, and its number of attributes. */
function tagAt(xml: string, from: number): Omit<Tag, 'at'> {
  const signs = /["'>=]/g;
  signs.lastIndex = from;
  let attributes = 0;
  for (let sign = signs.exec(xml); sign; sign = signs.exec(xml)) {
    if (sign[0] === '>') return { end: signs.lastIndex, closed: xml[sign.index - 1] === '/', attributes };
    if (sign[0] === '=') attributes++;
    else signs.lastIndex = endOf(xml, sign[0], signs.lastIndex);
  }
  return { end: xml.length, closed: true, attributes };
}
