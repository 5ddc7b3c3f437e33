import { quoted } from '../../sentence.js';
import { labelOf, zeebeAttribute } from '../../source/look-up.js';
import type { SourceModel, SourceNode } from '../../source/source-model.js';
import { elementsIn, localType, textIn, type ModdleElement } from '../../xml/moddle-element.js';
import type { Rule } from '../rule.js';

/** A call activity names the process it calls with a constant. */
export const callActivityTarget: Rule = {
  name: 'call-activity-target',
  check: (source) =>
    source.nodes
      .filter(({ type }) => type === 'CallActivity')
      .flatMap((node) => {
        const message = reasonOf(source, node);
        return message === undefined ? [] : [{ message, elementId: node.id }];
      }),
};

function reasonOf(source: SourceModel, node: SourceNode): string | undefined {
  const task = globalTaskOf(source, node);
  if (task)
    return `调用活动${labelOf(node)}调用的是全局任务${labelOf({ element: task, id: task.id ?? '' })}（${localType(task)}），不支持，请改为调用流程。`;
  const process = zeebeAttribute(node, 'calledElement', 'processId');
  const called = textIn(node.element, 'calledElement')?.replace(/^.*:/, '');
  if (process === undefined)
    return called === undefined
      ? `调用活动${labelOf(node)}没有选定流程，请填写流程标识。`
      : `调用活动${labelOf(node)}没有选定流程：calledElement 写的「${quoted(called)}」这里不认，请写成 zeebe:calledElement 的 processId。`;
  if (process.startsWith('=')) return `调用活动${labelOf(node)}的流程标识要是固定文字，不能是表达式。`;
  if (called !== undefined && called !== process)
    return `调用活动${labelOf(node)}的 calledElement 写的是「${quoted(called)}」，zeebe:calledElement 写的是「${quoted(process)}」，请改成一致。`;
  return bindingReasonOf(node, 'calledElement');
}

/** The global task of this file that a call names by the attribute of BPMN itself. */
function globalTaskOf({ definitions }: SourceModel, { element }: SourceNode): ModdleElement | undefined {
  const called = textIn(element, 'calledElement')?.replace(/^.*:/, '');
  return elementsIn(definitions, 'rootElements').find(
    (root) => root.id === called && /^Global\w*Task$/.test(localType(root)),
  );
}

const bindings: readonly (string | undefined)[] = [undefined, 'latest', 'deployment', 'versionTag'];

/** Which version is meant: one of three words, and a constant tag where a tag is meant. */
export function bindingReasonOf(node: SourceNode, extension: string): string | undefined {
  const binding = zeebeAttribute(node, extension, 'bindingType');
  const tag = zeebeAttribute(node, extension, 'versionTag');
  if (!bindings.includes(binding))
    return `${labelOf(node)}的版本绑定「${quoted(binding)}」不支持，可用：latest、deployment、versionTag。`;
  if (binding !== 'versionTag' && tag !== undefined)
    return `${labelOf(node)}写了版本标签「${quoted(tag)}」，却没有绑定到版本标签，请写 bindingType="versionTag" 或删去标签。`;
  return binding === 'versionTag' && (tag === undefined || tag.startsWith('='))
    ? `${labelOf(node)}绑定到版本标签，请填写固定的标签。`
    : undefined;
}
