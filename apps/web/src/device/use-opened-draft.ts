import { useEffect, useRef, useState } from 'react';
import { taskDraftsKeep, taskDraftsRead, type KeptDraftView } from '../client/api.js';
import { chooseDraft, type OpenedDraft, type ServerDraft } from './choose-draft.js';
import type { DraftContent } from './device-rows.js';

/** Of an older product, or of other hands: whatever is not there is empty. */
const contentFrom = (content: object): DraftContent => ({
  data: {},
  pastEntryReason: '',
  names: {},
  ...content,
});

export const serverDraftOf = ({ draft }: KeptDraftView): ServerDraft | null =>
  draft && { ...draft, content: contentFrom(draft.content) };

export const readServerDraft = async (id: string): Promise<ServerDraft | null> =>
  serverDraftOf((await taskDraftsRead({ path: { id } })).data);

export const keepServerDraft = async (id: string, content: DraftContent, basedOn: number) =>
  (await taskDraftsKeep({ path: { id }, body: { content, basedOn } })).data;

/** What the first form of a page begins with, where it was found out before the page was drawn; used once. */
let ready: { readonly personId: string; readonly id: string; readonly opened: OpenedDraft } | undefined;

export function makeReady(personId: string, id: string, opened: OpenedDraft): void {
  ready = { personId, id, opened };
}

export function forgetReady(): void {
  ready = undefined;
}

const readyFor = (personId: string, id: string): OpenedDraft | undefined =>
  ready?.personId === personId && ready.id === id ? ready.opened : undefined;

/** What the form of a step begins with; undefined while device and server are asked. Without a network the device's word stands. */
export function useOpenedDraft(personId: string, id: string): OpenedDraft | undefined {
  const [opened, setOpened] = useState(() => readyFor(personId, id));
  const isReady = useRef(opened !== undefined);
  useEffect(() => {
    forgetReady();
    if (isReady.current) return;
    let isLeft = false;
    const read = async () => {
      const [device, server] = await Promise.all([
        import('./device-store.js').then(({ readDraftOf }) => readDraftOf(personId, id)),
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
