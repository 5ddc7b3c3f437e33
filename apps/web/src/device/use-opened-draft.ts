import { useEffect, useState } from 'react';
import { taskDraftsKeep, taskDraftsRead, type UserTaskDetailView } from '../../client/api.js';
import { chooseDraft, type OpenedDraft, type ServerDraft } from '../../device/choose-draft.js';
import type { DraftContent } from '../../device/device-rows.js';
import { useMe } from '../shell/me.js';

/** Of an older product, or of other hands: whatever is not there is empty. */
const contentFrom = (content: object): DraftContent => ({
  data: {},
  pastEntryReason: '',
  names: {},
  ...content,
});

export async function readServerDraft(id: string): Promise<ServerDraft | null> {
  const { draft } = (await taskDraftsRead({ path: { id } })).data;
  return draft && { ...draft, content: contentFrom(draft.content) };
}

export const keepServerDraft = async (id: string, content: DraftContent, basedOn: number) =>
  (await taskDraftsKeep({ path: { id }, body: { content, basedOn } })).data;

export const subjectOf = (taskId: string): string => `task/${taskId}`;

/** What the form of a step begins with; undefined while device and server are asked. Without a network the device's word stands. */
export function useOpenedDraft({ id }: UserTaskDetailView): OpenedDraft | undefined {
  const personId = useMe().person.id;
  const [opened, setOpened] = useState<OpenedDraft>();
  useEffect(() => {
    let isLeft = false;
    const read = async () => {
      const { readDraft } = await import('../../device/device-store.js');
      const [device, server] = await Promise.all([
        readDraft(personId, subjectOf(id)),
        readServerDraft(id).catch(() => undefined),
      ]);
      if (!isLeft) setOpened(chooseDraft(device, server));
    };
    void read();
    return () => {
      isLeft = true;
    };
  }, [id, personId]);
  return opened;
}
