import { quoted } from '../sentence.js';
import type { RawExtension } from './extension.js';
import {
  adHocConditionOf,
  eventConditionOf,
  extensionOf,
  labelOf,
  timersOf,
  zeebeAttribute,
} from './look-up.js';
import { loopOf } from './loop.js';
import type { SourceModel, SourceNode } from './source-model.js';
import { wuqingOf, zeebeOf } from './extension.js';

/** A place that holds an expression. */
export interface ExpressionSite {
  readonly elementId: string;
  /** What the person sees there, in Chinese. */
  readonly place: string;
  readonly text: string;
  /** `always`: must begin with `=`; `optional`: without it the text is a constant. */
  readonly sign: 'always' | 'optional';
  /** An output mapping: it reads what the element has answered. */
  readonly output?: true;
}

/** Every expression of the process, in document order. */
export function expressionSites(source: SourceModel): ExpressionSite[] {
  const key = source.process?.id ?? '';
  return [
    ...(source.process ? sitesInExtensions(wuqingOf(source.process), key, '流程') : []),
    ...source.nodes.flatMap(sitesOfNode),
    ...source.flows.flatMap((flow) =>
      flow.condition ? [site(flow.id, `连线${labelOf(flow)}的条件`, flow.condition, 'always')] : [],
    ),
    ...source.messages.flatMap((message) => {
      const correlation = extensionOf(zeebeOf(message), 'subscription')?.attributes.correlationKey;
      return correlation
        ? [
            site(
              message.id ?? '',
              `消息${labelOf({ element: message, id: message.id ?? '' })}的关联键`,
              correlation,
              'always',
            ),
          ]
        : [];
    }),
  ];
}

const site = (
  elementId: string,
  place: string,
  text: string,
  sign: ExpressionSite['sign'],
): ExpressionSite => ({
  elementId,
  place,
  text: text.trim(),
  sign,
});

function sitesOfNode(node: SourceNode): ExpressionSite[] {
  const label = labelOf(node);
  const assignment = ['assignee', 'candidateGroups', 'candidateUsers'].flatMap((attribute) => {
    const text = zeebeAttribute(node, 'assignmentDefinition', attribute);
    return text === undefined ? [] : [site(node.id, `${label}的办理人`, text, 'optional')];
  });
  const script = zeebeAttribute(node, 'script', 'expression');
  const mappings = (extensionOf(node.zeebe, 'ioMapping')?.children ?? []).flatMap(({ name, attributes }) =>
    attributes.source
      ? [
          {
            ...site(node.id, `${label}的变量映射`, attributes.source, 'optional'),
            ...(name === 'output' && { output: true as const }),
          },
        ]
      : [],
  );
  const timers = timersOf(node).flatMap(({ text }) =>
    text === '' ? [] : [site(node.id, `${label}的定时`, text, 'optional')],
  );
  const condition = eventConditionOf(node);
  return [
    ...assignment,
    ...(script === undefined ? [] : [site(node.id, `${label}的脚本`, script, 'always')]),
    ...mappings,
    ...timers,
    ...(condition === undefined ? [] : [site(node.id, `${label}的条件`, condition, 'always')]),
    ...sitesOfLoop(node, label),
    ...sitesOfAdHoc(node, label),
    ...sitesInExtensions(node.wuqing, node.id, label),
  ];
}

function sitesOfAdHoc(node: SourceNode, label: string): ExpressionSite[] {
  const condition = adHocConditionOf(node);
  const active = zeebeAttribute(node, 'adHoc', 'activeElementsCollection');
  return [
    ...(condition === undefined ? [] : [site(node.id, `${label}的完成条件`, condition, 'always')]),
    ...(active === undefined ? [] : [site(node.id, `${label}的启动步骤`, active, 'always')]),
  ];
}

function sitesOfLoop(node: SourceNode, label: string): ExpressionSite[] {
  const loop = loopOf(node);
  if (!loop) return [];
  const texts = [
    [loop.condition, '循环条件', 'always'],
    [loop.inputCollection, '多实例的输入集合', 'always'],
    [loop.cardinality, '多实例的个数', 'optional'],
    [loop.outputElement, '多实例的输出', 'always'],
    [loop.completionCondition, '多实例的完成条件', 'always'],
  ] as const;
  return texts.flatMap(([text, place, sign]) =>
    text ? [site(node.id, `${label}的${place}`, text, sign)] : [],
  );
}

function sitesInExtensions(
  extensions: readonly RawExtension[],
  elementId: string,
  label: string,
): ExpressionSite[] {
  return extensions.flatMap((extension) => [
    ...Object.entries(extension.attributes)
      .filter(([, text]) => text.trim().startsWith('='))
      .map(([name, text]) =>
        site(elementId, `${label}的「${quoted(extension.name)}/${quoted(name)}」`, text, 'optional'),
      ),
    ...sitesInExtensions(extension.children, elementId, label),
  ]);
}
