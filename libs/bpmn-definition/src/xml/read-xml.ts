import { err, ok, type Result } from '@wuqing/kernel';
import { errorOf, type Problem } from '../problem.js';
import { checkShape } from './check-shape.js';
import { checkText } from './check-text.js';
import { newModdle } from './moddle.js';
import { isElement } from './moddle-element.js';
import type { ParsedXml } from './parsed-xml.js';
import { withPrefixesResolved, withReferencesResolved } from './resolve-prefixes.js';

/** XML text to moddle elements; a fault of the text is a problem with its line, never an exception. */
export async function readXml(xml: string): Promise<Result<ParsedXml, Problem[]>> {
  const written = await readAsWritten(xml);
  return written.ok ? ok(withPrefixesResolved(written.value)) : written;
}

/** As `readXml`, with references as they are written: one with a prefix refers to nothing yet. */
export async function readAsWritten(xml: string): Promise<Result<ParsedXml, Problem[]>> {
  const text = checkText(xml);
  const refused = text.length > 0 ? text : checkShape(xml);
  if (refused.length > 0) return err(refused);
  try {
    const { rootElement, warnings } = await newModdle().fromXML(xml);
    if (isElement(rootElement))
      return ok(withReferencesResolved({ definitions: rootElement, warnings, xml }));
    return err([errorOf('well-formed-xml', noBpmn, { line: 1 })]);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return err([malformed(error.message)]);
  }
}

const noBpmn = '文件不是 BPMN 2.0 流程图（缺少 <bpmn:definitions>），请从设计器导出后再上传。';

const reasons: readonly (readonly [pattern: RegExp, message: string])[] = [
  [/failed to parse document as/, noBpmn],
  [/missing start tag/, '文件不是 XML，请从设计器导出后再上传。'],
  [/closing tag mismatch/, '标签没有正确成对，请检查这一行附近的结束标签。'],
  [/unclosed tag|unexpected end of file/, '标签没有写完，请检查这一行附近的尖括号。'],
  [/.*/, '这里的 XML 写法不对，请检查这一行。'],
];

function malformed(message: string): Problem {
  const reason = reasons.find(([pattern]) => pattern.test(message))?.[1] ?? noBpmn;
  return errorOf('well-formed-xml', reason, lineOf(message));
}

/** The parser counts lines from 0. */
export function lineOf(message: string): { line?: number } {
  const digits = /line: (\d+)/.exec(message)?.[1];
  return digits === undefined ? {} : { line: Number(digits) + 1 };
}
