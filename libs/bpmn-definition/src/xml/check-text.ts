import { errorOf, type Problem } from '../problem.js';

export const bytesMax = 2 * 1024 * 1024;

/** What is refused before anything is parsed: size, characters that no database takes, document types. */
export function checkText(xml: string): Problem[] {
  if (sizeOf(xml) > bytesMax) {
    return [errorOf('text-limits', '流程文件超过 2 MB，请删去多余内容或拆成几个流程后再上传。')];
  }
  const problems: Problem[] = [];
  const at = unlawfulCharacter(xml);
  if (at !== undefined)
    problems.push(
      errorOf('control-character', '文件里有不允许的控制字符（如 NUL），请删去后再上传。', lineAt(xml, at)),
    );
  const type = /<!(DOCTYPE|ENTITY)/i.exec(xml);
  if (type)
    problems.push(
      errorOf(
        'document-type',
        '文件里有 DTD 声明（<!DOCTYPE …>），请删去后再上传。',
        lineAt(xml, type.index),
      ),
    );
  return problems;
}

/** Characters that XML 1.0 (production 2) has not, halves of surrogate pairs among them. */
const unlawful = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;
const reference = /&#(?:x([0-9a-f]+)|([0-9]+));/gi;

/** Where the first one stands, as itself or as a numeric reference. */
function unlawfulCharacter(xml: string): number | undefined {
  const written = unlawful.exec(xml);
  if (written) return written.index;
  for (const match of xml.matchAll(reference)) {
    const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
    if (!(code <= 0x10ffff) || unlawful.test(String.fromCodePoint(code))) return match.index;
  }
  return undefined;
}

/** UTF-8 bytes, without encoding a text that is clearly too long. */
const sizeOf = (xml: string): number =>
  xml.length > bytesMax ? xml.length : new TextEncoder().encode(xml).length;

export function lineAt(xml: string, index: number): { line: number } {
  let line = 1;
  for (let at = xml.indexOf('\n'); at !== -1 && at < index; at = xml.indexOf('\n', at + 1)) line++;
  return { line };
}
