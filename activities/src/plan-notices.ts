import { extensionsNamed, nodeOf, type ExecutableProcess } from '@wuqing/bpmn-model';
import type { JsonObject } from '@wuqing/kernel';
import type { Board, PlannedNotice } from '@wuqing/persistence';

/**
 * The public notices of a completed task (`wq:publication kind board title fields`): of the submission only the fields that
 * the process file names, and the dates between which the notice hangs, where the form asks for them.
 */
export function planNotices(
  process: ExecutableProcess,
  elementId: string,
  submission: JsonObject,
): PlannedNotice[] {
  const node = nodeOf(process, elementId);
  return extensionsNamed(node.extensions, 'publication').map(({ attributes }) => ({
    kind: attributes['kind'] ?? 'notice',
    board: (attributes['board'] ?? 'village') as Board,
    title: attributes['title'] ?? node.name,
    fields: pick(
      submission,
      (attributes['fields'] ?? '').split(',').map((field) => field.trim()),
    ),
    fromOn: dateIn(submission, attributes['from'] ?? 'from'),
    toOn: dateIn(submission, attributes['to'] ?? 'to'),
  }));
}

const pick = (data: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(keys.flatMap((key) => (data[key] === undefined ? [] : [[key, data[key]]])));

function dateIn(data: JsonObject, key: string): string | null {
  const value = data[key];
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;
}
