import { hiddenFields, type FileReference, type FormDefinition } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { useEffect, useMemo, useRef } from 'react';
import type { OpenedDraft } from './choose-draft.js';
import type { DraftContent } from './device-rows.js';
import { filesOfTask, forgetTask, subjectOf } from './device-store.js';
import type { DraftSubject } from './draft-subject.js';
import { referencesIn, withReferences } from './file-references.js';
import { followArrivals } from './travelling-files.js';
import { useKeeper } from './use-keeper.js';
import { keepServerDraft, readServerDraft } from './use-opened-draft.js';

/** As the server is told: with the files that have arrived, under its own names for them. */
async function forServer(personId: string, taskId: string, content: DraftContent): Promise<DraftContent> {
  const own = await filesOfTask(personId, taskId);
  const known = new Map<string, FileReference | null>(own.map(({ id, arrived }) => [id, arrived ?? null]));
  const data = withReferences(content.data, known);
  const named = new Set(referencesIn(data).map(({ id }) => id));
  const names = Object.fromEntries(
    own.flatMap(({ arrived, name }) => (arrived && named.has(arrived.id) ? [[arrived.id, name]] : [])),
  );
  return { ...content, data, names: { ...content.names, ...names } };
}

/** The draft of a step: with its files, under the server's names for those that have arrived. */
const draftOfTask = (personId: string, taskId: string): DraftSubject => ({
  personId,
  name: subjectOf(taskId),
  forServer: (content) => forServer(personId, taskId, content),
  keep: (content, basedOn) => keepServerDraft(taskId, content, basedOn),
  read: () => readServerDraft(taskId),
});

/** What has arrived since is named on the server too. */
function useArrival(taskId: string, keepAgain: () => void): void {
  const keep = useRef(keepAgain);
  keep.current = keepAgain;
  useEffect(
    () =>
      followArrivals((arrivedFor) => {
        if (arrivedFor === taskId) keep.current();
      }),
    [taskId],
  );
}

/** Keeps what is written of a step while its page is open, and says where it lies. */
export function useKeptDraft(personId: string, taskId: string, opened: OpenedDraft) {
  const subject = useMemo(() => draftOfTask(personId, taskId), [personId, taskId]);
  const { keepAgain, ...kept } = useKeeper(subject, opened);
  useArrival(taskId, keepAgain);
  return {
    ...kept,
    /** Nothing more is saved, and the device forgets it. */
    forget: () => {
      kept.end();
      return forgetTask(personId, taskId);
    },
  };
}

interface Written {
  readonly data: JsonObject;
  /** Why what happened is entered only now. */
  readonly reason: string;
}

/** Keeps an answer as soon as it is another one than it began as; of what its form does not show, nothing. */
export function useKeeping(
  { write }: Pick<KeptDraft, 'write'>,
  { data, reason, names }: Written & { readonly names: JsonObject },
  begun: Written,
  form: FormDefinition | null,
) {
  useEffect(() => {
    if (data !== begun.data || reason !== begun.reason)
      write({ data: form ? shownOf(form, data) : data, pastEntryReason: reason, names });
  }, [data, reason, names, begun.data, begun.reason, form, write]);
}

export type KeptDraft = ReturnType<typeof useKeptDraft>;

function shownOf(form: FormDefinition, data: JsonObject): JsonObject {
  const hidden = hiddenFields(form, data);
  return hidden.size === 0
    ? data
    : Object.fromEntries(Object.entries(data).filter(([key]) => !hidden.has(key)));
}
