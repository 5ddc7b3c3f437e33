import { payloadTypes, type DeclaredPayload, type PayloadField, type PayloadType } from '@wuqing/bpmn-model';
import type { RawExtension } from '../source/extension.js';
import { attributeOf, extensionOf } from '../source/look-up.js';

/** `wq:payload` or `wq:answer` among the extensions of an element; the linter has refused what cannot be read. */
export function declaredIn(
  extensions: readonly RawExtension[],
  name: 'payload' | 'answer',
): DeclaredPayload | undefined {
  const declared = extensionOf(extensions, name);
  return declared && { fields: declared.children.filter((child) => child.name === 'field').map(fieldOf) };
}

export const isPayloadType = (type: string): type is PayloadType =>
  (payloadTypes as readonly string[]).includes(type);

function fieldOf(raw: RawExtension): PayloadField {
  const name = attributeOf(raw, 'name') ?? '';
  const type = attributeOf(raw, 'type') ?? 'text';
  const values = attributeOf(raw, 'values');
  return {
    name,
    variable: attributeOf(raw, 'variable') ?? name,
    title: attributeOf(raw, 'title') ?? name,
    type: isPayloadType(type) ? type : 'text',
    ...(attributeOf(raw, 'required') === 'true' && { required: true }),
    ...numbersOf(raw),
    ...(values !== undefined && { values: values.split(',').map((value) => value.trim()) }),
  };
}

const bounds = ['maxLength', 'minimum', 'maximum', 'maxItems'] as const;

const numbersOf = (raw: RawExtension): Partial<Record<(typeof bounds)[number], number>> =>
  Object.fromEntries(
    bounds.flatMap((bound) => {
      const text = attributeOf(raw, bound);
      return text === undefined ? [] : [[bound, Number(text)]];
    }),
  );
