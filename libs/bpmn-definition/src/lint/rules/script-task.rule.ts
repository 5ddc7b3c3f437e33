import { quoted } from '../../sentence.js';
import { labelOf, zeebeAttribute } from '../../source/look-up.js';
import type { SourceNode } from '../../source/source-model.js';
import { textIn } from '../../xml/moddle-element.js';
import type { Rule } from '../rule.js';

/** A script is one FEEL expression with a result variable; scripts of other languages are refused by name. */
export const scriptTask: Rule = {
  name: 'script-task',
  check: ({ nodes }) =>
    nodes
      .filter(({ type }) => type === 'ScriptTask')
      .flatMap((node) => {
        const message = reasonOf(node);
        return message === undefined ? [] : [{ message, elementId: node.id }];
      }),
};

function reasonOf(node: SourceNode): string | undefined {
  const language = textIn(node.element, 'scriptFormat');
  if (language !== undefined || textIn(node.element, 'script') !== undefined) {
    return `脚本任务${labelOf(node)}用了脚本语言「${quoted(language)}」，只支持 FEEL 表达式（zeebe:script），请改写。`;
  }
  if (zeebeAttribute(node, 'script', 'expression') === undefined)
    return `脚本任务${labelOf(node)}没有表达式，请填写。`;
  const variable = zeebeAttribute(node, 'script', 'resultVariable');
  if (variable === undefined) return `脚本任务${labelOf(node)}没有结果变量，请填写。`;
  return variableName.test(variable)
    ? undefined
    : `脚本任务${labelOf(node)}的结果变量「${quoted(variable)}」不合规，请用字母开头的名称。`;
}

/** A name that an expression can read without quotes; `__proto__` would be no variable of a plain object. */
export const variableName = /^(?!__proto__$)[\p{L}_][\p{L}\p{N}_]{0,99}$/u;
