import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { publicFields } from '@wuqing/forms';
import type { Json, JsonObject } from '@wuqing/kernel';
import type { FormVersion, SubmissionRow } from '@wuqing/persistence';
import type { Known } from '../visibility/known.js';
import type { NoticeFieldView, NoticeFileView } from './dto/notice.view.js';
import { fieldText } from './field-text.js';

type Form = Pick<FormVersion, 'schema' | 'ui'>;

export interface Content {
  readonly fields: readonly NoticeFieldView[];
  readonly files: readonly NoticeFileView[];
}

/** What of an answer anybody may read, in the form's own order, which a jsonb column does not keep; files apart. */
export function contentOf(data: JsonObject, form: FormVersion): Content {
  const properties = (form.schema['properties'] ?? {}) as Record<string, JsonObject>;
  const placed = inOrder(publicFields(form, data), form);
  const isFile = (key: string): boolean => isAttachment(properties[key] ?? {});
  const titleOf = (key: string): string => String(properties[key]?.['title'] ?? key);
  return {
    fields: placed
      .filter(([key]) => !isFile(key))
      .map(([key, value]) => ({
        key,
        title: titleOf(key),
        value: fieldText(value as Json, properties[key] ?? {}),
      })),
    files: placed
      .filter(([key]) => isFile(key))
      .flatMap(([key, value]) =>
        (Array.isArray(value) ? value : [value]).map((one) => fileOf(titleOf(key), one as Json)),
      ),
  };
}

function inOrder(fields: JsonObject, { ui }: Form): [string, Json | undefined][] {
  const order = (ui['order'] ?? []) as readonly string[];
  return Object.entries(fields).sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
}

const isAttachment = (field: JsonObject): boolean =>
  field['x-attachment'] === true ||
  field['x-file'] !== undefined ||
  ((field['items'] ?? {}) as JsonObject)['x-attachment'] === true ||
  ((field['items'] ?? {}) as JsonObject)['x-file'] !== undefined;

/** Cases of former days have the name alone, those of today the file itself. */
function fileOf(field: string, value: Json): NoticeFileView {
  if (typeof value === 'string') return { field, name: value, id: null };
  const { name, id } = (value ?? {}) as JsonObject;
  return { field, name: typeof name === 'string' ? name : field, id: typeof id === 'string' ? id : null };
}

/** Whether a step of this id is a meeting that votes. */
export const isBallot = ({ nodes }: ExecutableProcess, elementId: string): boolean =>
  nodes[elementId]?.extensions.some(({ name }) => name === 'ballot' || name === 'quorum') ?? false;

/** Of each step the last that was submitted: what was done anew stands in place of what was done before. */
export const lastOfEach = (submissions: readonly Known<SubmissionRow>[]): readonly Known<SubmissionRow>[] => [
  ...new Map(submissions.map((one) => [one.elementId, one] as const)).values(),
];
