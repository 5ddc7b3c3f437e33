import { errorOf, type Problem } from '../problem.js';

export const bytesMax = 2 * 1024 * 1024;

/** What is refused before anything is parsed: size, characters that no database takes, document types. */
export function checkText(xml: string): Problem[] {
  if (sizeOf(xml) > bytesMax) {
    return [errorOf('text-limits', '流程文件超过 2 MB,请删去多余内容或拆成几个流程后再上传。')];
  }
  const problems: Problem[] = [];
  const nul = controlCharacter.exec(xml);
  if (nul)
    problems.push(
      errorOf(
        'control-character',
        '文件里有不允许的控制字符(如 NUL),请删去后再上传。',
        lineAt(xml, nul.index),
      ),
    );
  const type = /<!(DOCTYPE|ENTITY)/i.exec(xml);
  if (type)
    problems.push(
      errorOf('document-type', '文件里有 DTD 声明(<!DOCTYPE …>),请删去后再上传。', lineAt(xml, type.index)),
    );
  return problems;
}

const controlCharacter = new RegExp(
  '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]|&#(0+|x0+);',
  'i',
);

/** UTF-8 bytes, without encoding a text that is clearly too long. */
const sizeOf = (xml: string): number =>
  xml.length > bytesMax ? xml.length : new TextEncoder().encode(xml).length;

export function lineAt(xml: string, index: number): { line: number } {
  let line = 1;
  for (let at = xml.indexOf('\n'); at !== -1 && at < index; at = xml.indexOf('\n', at + 1)) line++;
  return { line };
}
