import { useEffect, useState } from 'react';
import { taskDraftsKeep, taskDraftsRead } from '../client/api.js';
import { chooseDraft, type OpenedDraft, type ServerDraft } from './choose-draft.js';
import type { DraftContent } from './device-rows.js';

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
export function useOpenedDraft(personId: string, id: string): OpenedDraft | undefined {
  const [opened, setOpened] = useState<OpenedDraft>();
  useEffect(() => {
    let isLeft = false;
    const read = async () => {
      const [device, server] = await Promise.all([
        import('./device-store.js').then(({ readDraft }) => readDraft(personId, subjectOf(id))),
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
