import { attributeOf, eventKindOf, extensionOf, messageOf, referredBy, zeebeAttribute } from './look-up.js';
import { elementIn, elementsIn, textIn, type ModdleElement } from '../xml/moddle-element.js';
import { wuqingOf, zeebeOf } from './extension.js';
import type { SourceNode } from './source-model.js';

/** What a case has and what its forms ask: the rooms that own them hand it in. */
export interface KnownVariables {
  /** Names that a case has from its start. */
  readonly atStart: readonly string[];
  /** Top-level fields of each form by its key. */
  readonly formFields: Readonly<Record<string, readonly string[]>>;
}

/**
 * What is known about the variables of a process: what is handed in, and the data inputs that the process declares
 * (BPMN 2.0.2 §10.4.2). Undefined where neither is there: then every name may come from outside.
 */
export function knownIn(
  process: ModdleElement | undefined,
  given: KnownVariables | undefined,
): KnownVariables | undefined {
  const specification = process && elementIn(process, 'ioSpecification');
  if (!specification) return given;
  const declared = elementsIn(specification, 'dataInputs').flatMap((input) => textIn(input, 'name') ?? []);
  return { atStart: [...(given?.atStart ?? []), ...declared], formFields: given?.formFields ?? {} };
}

/** What a node writes when it runs. */
export interface Provided {
  readonly names: readonly string[];
  /** It also writes names that the file does not tell: the payload of a message, the answer of a service. */
  readonly open: boolean;
}

/** Element types whose answer comes from outside, under names that only their output mappings tell. */
const answering: ReadonlySet<string> = new Set(['ServiceTask', 'ReceiveTask', 'SendTask', 'CallActivity']);
const throwing: ReadonlySet<string> = new Set(['EndEvent', 'IntermediateThrowEvent', 'SendTask']);
const payloads: ReadonlySet<string> = new Set(['Message', 'Signal', 'Error', 'Escalation']);

export function providedBy(node: SourceNode, known: KnownVariables): Provided {
  const outputs = targetsOf(node, 'output');
  const fields = formFieldsOf(node, known) ?? declaredFieldsOf(node);
  return {
    names: [
      ...targetsOf(node, 'input'),
      ...outputs,
      ...(fields ?? []),
      ...node.zeebe.flatMap((extension) => attributeOf(extension, 'resultVariable') ?? []),
      ...loopNames(elementIn(node.element, 'loopCharacteristics')),
    ],
    open: outputs.length === 0 && answersFromOutside(node, fields),
  };
}

/** Whether what comes back has names that the file does not tell. */
export const answersFromOutside = (node: SourceNode, fields: readonly string[] | undefined): boolean =>
  fields === undefined &&
  (answering.has(node.type) ||
    (node.type.endsWith('Event') && payloads.has(eventKindOf(node))) ||
    node.type === 'UserTask');

/** The variables that what comes from outside may bring, where it is declared (`wq:payload`, `wq:answer`). */
export function declaredFieldsOf(node: SourceNode): readonly string[] | undefined {
  const referred = throwing.has(node.type) ? undefined : (messageOf(node) ?? referredBy(node, 'signalRef'));
  const declared =
    extensionOf(node.wuqing, 'answer') ?? (referred && extensionOf(wuqingOf(referred), 'payload'));
  return declared?.children.flatMap(
    (field) => attributeOf(field, 'variable') ?? attributeOf(field, 'name') ?? [],
  );
}

/** The fields of the form of a user task; undefined where the form is not known. */
export function formFieldsOf(
  node: SourceNode,
  { formFields }: KnownVariables,
): readonly string[] | undefined {
  const key = node.type === 'UserTask' ? zeebeAttribute(node, 'formDefinition', 'formId') : undefined;
  return key !== undefined && Object.hasOwn(formFields, key) ? formFields[key] : undefined;
}

/** The first part of each target: `a.b` writes into `a`. */
const targetsOf = (node: SourceNode, direction: 'input' | 'output'): string[] =>
  (extensionOf(node.zeebe, 'ioMapping')?.children ?? [])
    .filter(({ name }) => name === direction)
    .flatMap((row) => attributeOf(row, 'target')?.split('.')[0] ?? []);

/** What a loop gives each round, and its completion condition (the names of Camunda 8). */
const counters = [
  'loopCounter',
  'numberOfInstances',
  'numberOfActiveInstances',
  'numberOfCompletedInstances',
  'numberOfTerminatedInstances',
];

function loopNames(loop: ModdleElement | undefined): string[] {
  if (!loop) return [];
  const zeebe = extensionOf(zeebeOf(loop), 'loopCharacteristics');
  return [
    ...counters,
    ...['inputElement', 'outputCollection'].flatMap((attribute) => attributeOf(zeebe, attribute) ?? []),
  ];
}
