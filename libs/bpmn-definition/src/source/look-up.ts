import { labelText } from '../sentence.js';
import { elementIn, elementsIn, localType, textIn, type ModdleElement } from '../xml/moddle-element.js';
import type { RawExtension } from './extension.js';
import type { SourceModel, SourceNode } from './source-model.js';

/** The first extension of this name. */
export const extensionOf = (extensions: readonly RawExtension[], name: string): RawExtension | undefined =>
  extensions.find((extension) => extension.name === name);

/** An attribute without white space around it; undefined where it is absent or empty. */
export function attributeOf(extension: RawExtension | undefined, name: string): string | undefined {
  const text = extension?.attributes[name]?.trim() ?? '';
  return text === '' ? undefined : text;
}

/** `zeebe:<extension> <attribute>` of a node. */
export const zeebeAttribute = (node: SourceNode, extension: string, attribute: string): string | undefined =>
  attributeOf(extensionOf(node.zeebe, extension), attribute);

/** Its own definitions, and those at the root of the file that it refers to. */
export const eventDefinitionsOf = ({ element }: SourceNode): readonly ModdleElement[] => [
  ...elementsIn(element, 'eventDefinitions'),
  ...elementsIn(element, 'eventDefinitionRef'),
];

/** `Timer`, `Message`, `Terminate` … of the only event definition; `None` without one. */
export function eventKindOf(node: SourceNode): string {
  const definition = eventDefinitionsOf(node)[0];
  return definition ? localType(definition).replace(/EventDefinition$/, '') : 'None';
}

export interface SourceTimer {
  readonly timer: 'date' | 'duration' | 'cycle';
  readonly text: string;
}

/** What the timer definition of a node says; several entries mean that it is ambiguous. */
export function timersOf(node: SourceNode): SourceTimer[] {
  const [definition] = eventDefinitionsOf(node);
  if (!definition) return [];
  return (['date', 'duration', 'cycle'] as const).flatMap((timer) => {
    const value = elementIn(definition, `time${timer.slice(0, 1).toUpperCase()}${timer.slice(1)}`);
    return value ? [{ timer, text: textIn(value, 'body') ?? '' }] : [];
  });
}

/** What the event definition of a node, or a send or receive task itself, refers to by this property. */
export function referredBy(node: SourceNode, property: string): ModdleElement | undefined {
  const [definition] = eventDefinitionsOf(node);
  return elementIn(definition ?? node.element, property);
}

/** The message of an event, or of a send or receive task. */
export const messageOf = (node: SourceNode): ModdleElement | undefined => referredBy(node, 'messageRef');

/** Name of the link of an event: of the target that it refers to, else its own. */
export function linkOf(node: SourceNode): string | undefined {
  const [definition] = eventDefinitionsOf(node);
  return textIn(definition && (elementIn(definition, 'target') ?? definition), 'name');
}

/** The condition of a conditional event. */
export function eventConditionOf(node: SourceNode): string | undefined {
  const [definition] = eventDefinitionsOf(node);
  return textIn(definition && elementIn(definition, 'condition'), 'body');
}

/** Whether it undoes another activity; an event sub-process undoes its own scope, and its mark says nothing more. */
export const isHandler = ({ element }: SourceNode): boolean =>
  element.isForCompensation === true && element.triggeredByEvent !== true;

/** The activities that associations join with a compensation boundary event. */
export const handlersOf = (source: SourceModel, boundary: SourceNode): SourceNode[] =>
  source.associations
    .filter((ends) => ends.includes(boundary.id))
    .flatMap(([from, to]) => source.nodeById.get(from === boundary.id ? to : from) ?? [])
    .filter(isHandler);

/** An activity, of whatever kind. */
export const isStep = ({ type }: SourceNode): boolean => !type.endsWith('Event') && !type.endsWith('Gateway');

export const isSubProcess = ({ type }: SourceNode): boolean =>
  type === 'SubProcess' || type === 'Transaction' || type === 'AdHocSubProcess';

export const isAdHoc = ({ type }: SourceNode): boolean => type === 'AdHocSubProcess';

/** Whether it lies directly in an ad-hoc sub-process, where nothing needs a flow. */
export const isInAdHoc = (source: SourceModel, node: SourceNode): boolean =>
  isAdHoc(source.nodeById.get(node.scope) ?? node) && node.scope !== '' && source.nodeById.has(node.scope);

/** The completion condition of an ad-hoc sub-process. */
export function adHocConditionOf(node: SourceNode): string | undefined {
  const condition = isAdHoc(node) ? elementIn(node.element, 'completionCondition') : undefined;
  return textIn(condition, 'body');
}

export const isEventSubProcess = (node: SourceNode): boolean =>
  isSubProcess(node) && node.element.triggeredByEvent === true;

export const isBoundary = (node: SourceNode): boolean => node.type === 'BoundaryEvent';

export const attachedTo = (node: SourceNode): string | undefined =>
  elementIn(node.element, 'attachedToRef')?.id;

/** The nodes directly in a scope (a sub-process id or the process id). */
export const nodesIn = (source: SourceModel, scope: string): SourceNode[] =>
  source.nodes.filter((node) => node.scope === scope);

/** The process and every sub-process: id, name and whether it starts by its own event. */
export const scopesOf = (source: SourceModel): { id: string; subProcess: SourceNode | undefined }[] => [
  ...(source.process?.id ? [{ id: source.process.id, subProcess: undefined }] : []),
  ...source.nodes.filter(isSubProcess).map((node) => ({ id: node.id, subProcess: node })),
];

/**
 * A scope drawn with neither start nor end event: what no flow leads to begins, what leads nowhere ends
 * (BPMN 2.0.2 §10.5.2, §10.5.3).
 */
export const endsImplicitly = (source: SourceModel, scope: string): boolean =>
  !nodesIn(source, scope).some(({ type }) => type === 'StartEvent' || type === 'EndEvent');

/** How a person knows a node: 「name」（id）, or 「id」. */
export const labelOf = ({ element: { name }, id }: Pick<SourceNode, 'element' | 'id'>): string =>
  labelText({ name: typeof name === 'string' ? name : '', id });
