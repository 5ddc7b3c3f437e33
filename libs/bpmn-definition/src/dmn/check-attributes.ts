import { errorOf, type Problem } from '../problem.js';
import { shortened } from '../sentence.js';
import { isElement, localType, type ModdleElement } from '../xml/moddle-element.js';
import { atElement } from './at-element.js';

/** Attributes that files carry where DMN has them not, and that say nothing. */
const harmless: ReadonlySet<string> = new Set(['id', 'label', 'xmlns']);

/** Of other engines, by element, whatever their prefix: what leaving them out would change, and what to write here. */
const others = new Map<string, (value: string) => string | undefined>([
  ['InputClause inputVariable', () => '在别的引擎里给输入另起了变量名，这里不读：请在格里写「?」，并删去它'],
  [
    'FunctionDefinition kind',
    (value) =>
      /^(F|FEEL)$/.test(value) ? undefined : `在别的引擎里表示外部函数（${value}），不支持，请用 FEEL 写出`,
  ],
]);

/**
 * Attributes that nobody would read: without prefix where DMN does not have them, as `typeref`, and those of other engines
 * that change what a decision says.
 */
export function foreignAttributes(root: ModdleElement): Problem[] {
  const problems: Problem[] = [];
  const visit = (element: ModdleElement): void => {
    if (!element.$type.startsWith('dmn:') || element.$type === 'dmn:ExtensionElements') return;
    for (const [name, value] of Object.entries(element.$attrs ?? {})) {
      const [, local = ''] = /^[^:]+:(.*)$/.exec(name) ?? [];
      const other = others.get(`${localType(element)} ${local}`)?.(shortened(String(value)));
      if (other !== undefined)
        problems.push(errorOf('supported-decision', `「${shortened(name)}」${other}。`, atElement(element)));
      if (!name.includes(':') && !harmless.has(name))
        problems.push(
          errorOf(
            'supported-decision',
            `「${localType(element)}」没有属性「${shortened(name)}」，请改正或删去。`,
            atElement(element),
          ),
        );
    }
    for (const value of Object.values(element).flat()) if (isElement(value)) visit(value);
  };
  visit(root);
  return problems;
}
