import { err, ok, type Result } from '@wuqing/kernel';
import { errorOf, type Problem } from '../problem.js';
import { checkText } from '../xml/check-text.js';
import { isElement, type ModdleElement } from '../xml/moddle-element.js';
import { lineOf } from '../xml/read-xml.js';

/** DMN 1.3 text to moddle elements; what the file has and DMN 1.3 does not know is a problem, not a warning. */
export async function readDmn(xml: string): Promise<Result<ModdleElement, Problem[]>> {
  const refused = checkText(xml);
  if (refused.length > 0) return err(refused);
  // Loaded with the first decision file: who draws processes only, the designer's page above all, goes without it.
  const { DmnModdle } = await import('dmn-moddle');
  try {
    const { rootElement, warnings } = await new DmnModdle().fromXML(xml);
    if (!isElement(rootElement)) return err([errorOf('well-formed-xml', noDmn, { line: 1 })]);
    return warnings.length === 0 ? ok(rootElement) : err(warnings.map(({ message }) => unreadable(message)));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return err([unreadable(error.message)]);
  }
}

const noDmn = '文件不是 DMN 1.3 决策表(缺少 <definitions>),请从设计器导出后再上传。';

function unreadable(message: string): Problem {
  if (message.includes('failed to parse document as')) return errorOf('well-formed-xml', noDmn, { line: 1 });
  const duplicate = /duplicate ID <([^>]*)>/.exec(message)?.[1];
  if (duplicate !== undefined)
    return errorOf('unique-id', `编号「${duplicate}」重复,请改成不同的编号。`, lineOf(message));
  const unknown = /unknown type <([^>]*)>/.exec(message)?.[1];
  if (unknown !== undefined)
    return errorOf('supported-decision', `DMN 1.3 没有元素「${unknown}」,请删去。`, lineOf(message));
  return errorOf('well-formed-xml', '这里的 XML 写法不对,请检查这一行。', lineOf(message));
}
