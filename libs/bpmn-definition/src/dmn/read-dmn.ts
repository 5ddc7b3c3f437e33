import { err, ok, type Result } from '@wuqing/kernel';
import { errorOf, type Problem } from '../problem.js';
import { shortened } from '../sentence.js';
import { checkText } from '../xml/check-text.js';
import { isElement, type ModdleElement } from '../xml/moddle-element.js';
import { lineOf } from '../xml/read-xml.js';
import { foreignAttributes } from './check-attributes.js';
import { checkDmnShape } from './check-dmn-shape.js';
import { dmnVersions, otherVersions, type DmnVersion } from './dmn-versions.js';
import { moddleOf } from './moddle-of-version.js';

/**
 * DMN text of version 1.1 to 1.5 to moddle elements; what the file has and its version, as far as we execute it, does
 * not know is a problem, not a warning.
 */
export async function readDmn(xml: string): Promise<Result<ModdleElement, Problem[]>> {
  const refused = checkText(xml);
  if (refused.length > 0) return err(refused);
  const version = versionOf(xml);
  if (!version) return err([errorOf('well-formed-xml', foreignVersion(xml), { line: 1 })]);
  // Loaded with the first decision file: who draws processes only, the designer's page above all, goes without it.
  const { DmnModdle } = await import('dmn-moddle');
  try {
    const twice = checkDmnShape(xml, version.namespace);
    if (twice.length > 0) return err(twice);
    const { rootElement, warnings } = await moddleOf(version, diagramOf(xml), DmnModdle).fromXML(xml);
    if (!isElement(rootElement)) return err([errorOf('well-formed-xml', noDmn, { line: 1 })]);
    const problems = [
      ...warnings.filter(isFault).map(({ message }) => unreadable(message, version)),
      ...foreignAttributes(rootElement),
    ];
    return problems.length === 0 ? ok(rootElement) : err(problems);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return err([unreadable(error.message, version)]);
  }
}

/** Not of the encoding of a text, which is none any more, nor of attributes, which we name with their element. */
const isFault = ({ message }: { readonly message: string }): boolean =>
  !/^(unsupported document encoding|unknown attribute)/.test(message);

const noDmn = '文件不是 DMN 决策表（缺少 <definitions>），请从设计器导出后再上传。';

/** The name space of the first element. */
function rootNamespace(xml: string): string | undefined {
  const tag = /<(?:([\w.-]+):)?definitions\b([^>]*)>/.exec(xml);
  if (!tag) return undefined;
  const declared = new RegExp(`\\sxmlns${tag[1] === undefined ? '' : `:${tag[1]}`}\\s*=\\s*["']([^"']*)["']`);
  return declared.exec(tag[2] ?? '')?.[1];
}

const versionOf = (xml: string): DmnVersion | undefined => {
  const namespace = rootNamespace(xml);
  return dmnVersions.find((version) => version.namespace === namespace);
};

function foreignVersion(xml: string): string {
  const namespace = rootNamespace(xml);
  if (namespace === undefined || !namespace.includes('/DMN/')) return noDmn;
  const named = otherVersions.get(/\/(\d{8})\//.exec(namespace)?.[1] ?? '');
  const version = named === undefined ? `这个 DMN 版本（${shortened(namespace)}）` : `DMN ${named} 的文件`;
  return `${version}读不了，可以读 ${dmnVersions[0]?.name ?? ''} 至 ${dmnVersions.at(-1)?.name ?? ''}，请另存后再上传。`;
}

const diagramOf = (xml: string): string | undefined =>
  /["'](https?:\/\/www\.omg\.org\/spec\/DMN\/\d+\/DMNDI\/)["']/.exec(xml)?.[1];

function unreadable(message: string, { name }: DmnVersion): Problem {
  if (message.includes('failed to parse document as')) return errorOf('well-formed-xml', noDmn, { line: 1 });
  const duplicate = /duplicate ID <([^>]*)>/.exec(message)?.[1];
  if (duplicate !== undefined)
    return errorOf('unique-id', `编号「${shortened(duplicate)}」重复，请改成不同的编号。`, lineOf(message));
  const unknown = /(?:unknown type|unrecognized element) <([^>]*)>/.exec(message)?.[1];
  if (unknown !== undefined)
    return errorOf(
      'supported-decision',
      `这里不能写元素「${shortened(unknown)}」（文件是 DMN ${name}），请删去或改用决策表、表达式。`,
      lineOf(message),
    );
  return errorOf('well-formed-xml', '这里的 XML 写法不对，请检查这一行。', lineOf(message));
}
