import { extensionsNamed, nodeOf } from '@wuqing/bpmn-model';
import type { JsonObject } from '@wuqing/kernel';
import type { FormVersion, ProcessDefinitionVersion, UserTaskRow } from '@wuqing/persistence';
import type { NoticePeriodView } from './dto/notice.view.js';

/** What the bar of the step that published says of its last day; null where the field names none. */
export function periodOf(
  { elementId }: Pick<UserTaskRow, 'elementId'>,
  { compiled }: Pick<ProcessDefinitionVersion, 'compiled'>,
  form: Pick<FormVersion, 'schema'>,
): NoticePeriodView | null {
  const { extensions, guards } = nodeOf(compiled, elementId);
  const field = extensionsNamed(extensions, 'publication')[0]?.attributes['to'] ?? 'to';
  const fields = (form.schema['properties'] ?? {}) as Readonly<Record<string, JsonObject>>;
  const { bar } = (fields[field]?.['x-law'] ?? {}) as { readonly bar?: number };
  const guard = guards.find(({ id }) => bar !== undefined && id === `bar-${bar}`);
  return guard?.says === undefined || guard.basis === undefined
    ? null
    : { says: guard.says, basis: guard.basis };
}
