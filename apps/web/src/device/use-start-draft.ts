import { useEffect, useMemo, useRef, useState } from 'react';
import { startDraftsKeep, startDraftsRead } from '../client/api.js';
import { chooseDraft, type OpenedDraft, type ServerDraft } from './choose-draft.js';
import type { DeviceDraft, DraftContent } from './device-rows.js';
import { asServerSays, type ServerWord } from './server-word.js';
import { forgetDraft, readDraft, startSubjectOf } from './device-store.js';
import type { DraftSubject } from './draft-subject.js';
import { useKeeper } from './use-keeper.js';

/** What a start asks for before its case is there. */
export interface StartWords {
  readonly title: string;
  readonly unitId: string | undefined;
}

export const startWordsIn = ({ content }: Pick<OpenedDraft, 'content'>): StartWords => {
  const { title, unitId } = content?.data ?? {};
  return {
    title: typeof title === 'string' ? title : '',
    unitId: typeof unitId === 'string' ? unitId : undefined,
  };
};

const contentOf = ({ title, unitId }: StartWords): DraftContent => ({
  data: { title, ...(unitId !== undefined && { unitId }) },
  pastEntryReason: '',
  names: {},
});

/** The server keeps the words of a start alone; a step's draft has more. */
const startOf = (personId: string, key: string): DraftSubject => ({
  personId,
  name: startSubjectOf(key),
  forServer: (content) => Promise.resolve(content),
  keep: async ({ data }, basedOn) =>
    (await startDraftsKeep({ path: { key }, body: { basedOn, content: data } })).data,
  read: () => readServer(key),
});

async function readServer(key: string): Promise<ServerDraft | null> {
  const { draft } = (await startDraftsRead({ path: { key } })).data;
  if (!draft) return null;
  const { title, unitId } = draft.content as Partial<Record<string, unknown>>;
  const data = {
    ...(typeof title === 'string' && { title }),
    ...(typeof unitId === 'string' && { unitId }),
  };
  return { ...draft, content: { data, pastEntryReason: '', names: {} } };
}

/**
 * What a start begins with, of what device and server have. What the server had and has no more was started, or thrown away
 * elsewhere: it does not come back from the device. `server` is undefined where it could not be asked.
 */
export const chooseStart = (
  device: DeviceDraft | undefined,
  server: ServerDraft | null | undefined,
): OpenedDraft => chooseDraft(device?.isOnServer && server === null ? undefined : device, server);

/** What a start begins with, and the sentence with which the server refused to say what it has: what is written stays on the device then. */
export interface OpenedStart {
  readonly draft: OpenedDraft;
  readonly refusal?: unknown;
}

export const openedBy = (device: DeviceDraft | undefined, server: ServerWord): OpenedStart =>
  'refusal' in server
    ? { draft: chooseStart(device, undefined), refusal: server.refusal }
    : { draft: chooseStart(device, server.draft) };

/** Undefined while device and server are asked; without a network the device's word stands. `key`: of the process. */
export function useOpenedStart(personId: string, key: string | undefined): OpenedStart | undefined {
  const [opened, setOpened] = useState<OpenedStart & { readonly key: string }>();
  useEffect(() => {
    if (key === undefined) return;
    let isLeft = false;
    const read = async () => {
      const [device, server] = await Promise.all([
        // A device that keeps nothing begins with the server's.
        readDraft(personId, startSubjectOf(key)).catch(() => undefined),
        asServerSays(readServer(key)),
      ]);
      if (!isLeft) setOpened({ key, ...openedBy(device, server) });
    };
    void read();
    return () => {
      isLeft = true;
    };
  }, [personId, key]);
  if (key === undefined) return NOTHING;
  return opened?.key === key ? opened : undefined;
}

const NOTHING: OpenedStart = { draft: chooseDraft(undefined, null) };

/** Keeps what is typed of a start, on the device and on the server, and says where it lies; without a key nothing is kept. */
export function useStartDraft(
  personId: string,
  key: string | undefined,
  opened: OpenedDraft,
  words: StartWords,
) {
  const subject = useMemo(() => (key === undefined ? undefined : startOf(personId, key)), [personId, key]);
  const { state, write, keepMine, takeTheirs, end } = useKeeper(subject, opened);
  const { title, unitId } = words;
  const begun = startWordsIn(opened);
  const isChanged = title !== begun.title || (begun.unitId !== undefined && unitId !== begun.unitId);
  const isWritten = useRef(false);
  useEffect(() => {
    // What is written back to what it began as is written too.
    isWritten.current ||= isChanged;
    if (isWritten.current) write(contentOf({ title, unitId }));
  }, [isChanged, title, unitId, write]);
  return {
    state,
    keepMine,
    takeTheirs: async () => startWordsIn({ content: await takeTheirs() }),
    /** The case is there: nothing more is saved, and the device forgets it, as the server has. */
    forget: async () => {
      end();
      if (subject) await forgetDraft(personId, subject.name);
    },
  };
}

export type StartDraft = ReturnType<typeof useStartDraft>;
