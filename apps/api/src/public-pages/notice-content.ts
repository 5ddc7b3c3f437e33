import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { amountInWords, inFormOrder, kindOf, publicFields } from '@wuqing/forms';
import type { Json, JsonObject } from '@wuqing/kernel';
import type { FormVersion, SubmissionRow } from '@wuqing/persistence';
import type { Known } from '../visibility/known.js';
import type { NoticeFieldView, NoticeFileView } from './dto/notice.view.js';
import { fieldText } from './field-text.js';

export interface Content {
  readonly fields: readonly NoticeFieldView[];
  readonly files: readonly NoticeFileView[];
}

/** What of an answer anybody may read, in the form's own order; files apart. */
export function contentOf(data: JsonObject, form: FormVersion): Content {
  const properties = (form.schema['properties'] ?? {}) as Record<string, JsonObject>;
  const shown = publicFields(form, data);
  const placed = inFormOrder(form, shown).map((key) => [key, shown[key]] as const);
  const isFile = (key: string): boolean => isAttachment(properties[key] ?? {});
  const titleOf = (key: string): string => String(properties[key]?.['title'] ?? key);
  return {
    fields: placed
      .filter(([key]) => !isFile(key))
      .map(([key, value]) => ({
        key,
        title: titleOf(key),
        value: fieldText(value as Json, properties[key] ?? {}),
        note: inWords(value as Json, properties[key] ?? {}),
        isLong: kindOf(properties[key] ?? {}, form.schema) === 'long-text',
      })),
    files: placed
      .filter(([key]) => isFile(key))
      .flatMap(([key, value]) =>
        filesIn({ field: titleOf(key), isPhoto: isPhoto(properties[key] ?? {}) }, value as Json),
      ),
  };
}

/** 大写 of an amount. */
const inWords = (value: Json, field: JsonObject): string | null =>
  field['x-money'] === true && typeof value === 'number' && value >= 0 ? amountInWords(value) : null;

const isAttachment = (field: JsonObject): boolean =>
  field['x-attachment'] === true ||
  field['x-file'] !== undefined ||
  ((field['items'] ?? {}) as JsonObject)['x-attachment'] === true ||
  ((field['items'] ?? {}) as JsonObject)['x-file'] !== undefined;

const isPhoto = (field: JsonObject): boolean => ((field['x-file'] ?? {}) as JsonObject)['kind'] === 'photo';

type FieldOfFiles = Pick<NoticeFileView, 'field' | 'isPhoto'>;

/** Cases of former days have the name alone, those of today the file itself. */
function fileOf({ field, isPhoto: isOne }: FieldOfFiles, value: Json, nth: string): NoticeFileView {
  if (typeof value === 'string')
    return { field, name: value, id: null, isPhoto: isOne, bytes: null, mediaType: null };
  const { name, id } = (value ?? {}) as JsonObject;
  return {
    field,
    name: typeof name === 'string' ? name : `${field}${nth}`,
    id: typeof id === 'string' ? id : null,
    isPhoto: isOne,
    bytes: null,
    mediaType: null,
  };
}

const filesIn = (field: FieldOfFiles, value: Json): NoticeFileView[] =>
  Array.isArray(value)
    ? value.map((one, at) => fileOf(field, one as Json, value.length > 1 ? ` ${at + 1}` : ''))
    : [fileOf(field, value, '')];

/** Whether the step of this id decides by vote (`wq:ballot`): what was counted there is published with the resolution. */
export const isBallot = ({ nodes }: ExecutableProcess, elementId: string): boolean =>
  nodes[elementId]?.extensions.some(({ name }) => name === 'ballot') ?? false;

/** Of each step the last that was submitted: what was done anew stands in place of what was done before. */
export const lastOfEach = (submissions: readonly Known<SubmissionRow>[]): readonly Known<SubmissionRow>[] => [
  ...new Map(submissions.map((one) => [one.elementId, one] as const)).values(),
];
