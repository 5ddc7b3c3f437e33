import type { FileReference } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isSaid, type OpenedDraft } from './choose-draft.js';
import type { DraftContent } from './device-rows.js';
import { draftSent, filesOfTask, forgetTask, keepDraft, subjectOf } from './device-store.js';
import { DraftKeeper, type DraftState } from './draft-keeper.js';
import { referencesIn, withReferences } from './file-references.js';
import { followArrivals } from './travelling-files.js';
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

/** A keeper over this browser's store, its clock and the server; before the server is told anything, the device knows what. */
function keeperOf(
  personId: string,
  taskId: string,
  opened: OpenedDraft,
  onState: (state: DraftState) => void,
): DraftKeeper {
  const subject = subjectOf(taskId);
  let { sent } = opened;
  return new DraftKeeper(
    {
      keepOnDevice: (draft) => keepDraft({ ...draft, personId, subject, ...(sent && { sent }) }),
      keepOnServer: async (content, basedOn) => {
        sent = await forServer(personId, taskId, content);
        await draftSent(personId, subject, sent);
        return keepServerDraft(taskId, sent, basedOn);
      },
      isOwn: (theirs) => isSaid(theirs, sent),
      readServer: () => readServerDraft(taskId),
      now: () => new Date(),
      later: (ms, act) => {
        const timer = setTimeout(act, ms);
        return () => clearTimeout(timer);
      },
      onState,
    },
    opened,
  );
}

/** Acts whenever the page may be left for good; returns how to end that. */
function whenLeaving(act: () => void): () => void {
  window.addEventListener('pagehide', act);
  document.addEventListener('visibilitychange', act);
  return () => {
    window.removeEventListener('pagehide', act);
    document.removeEventListener('visibilitychange', act);
  };
}

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

/** Keeps what is written while the page is open, and says where it lies. */
export function useKeptDraft(personId: string, taskId: string, opened: OpenedDraft) {
  const [state, setState] = useState<DraftState>();
  const keeper = useRef<DraftKeeper>(undefined);
  const isWritten = useRef(false);
  const latest = useRef<DraftContent>(undefined);
  useEffect(() => {
    const kept = keeperOf(personId, taskId, opened, setState);
    keeper.current = kept;
    latest.current = opened.content;
    setState(kept.now);
    const leaving = () => {
      if (isWritten.current) void kept.flush();
    };
    const endLeaving = whenLeaving(leaving);
    return () => {
      endLeaving();
      leaving();
      kept.stop();
    };
  }, [taskId, personId, opened]);
  const write = useCallback((data: JsonObject, pastEntryReason: string, names: JsonObject) => {
    isWritten.current = true;
    latest.current = { data, pastEntryReason, names };
    keeper.current?.change(latest.current);
  }, []);
  useArrival(taskId, () => latest.current && keeper.current?.change({ ...latest.current }));
  const stop = () => {
    isWritten.current = false;
    latest.current = undefined;
    keeper.current?.stop();
  };
  return {
    state,
    write,
    keepMine: () => keeper.current?.keepMine(),
    takeTheirs: () => keeper.current?.takeTheirs(),
    /** Nothing more is saved: it was submitted. */
    end: stop,
    /** The same, and the device forgets it. */
    forget: () => {
      stop();
      return forgetTask(personId, taskId);
    },
  };
}

interface Written {
  readonly data: JsonObject;
  /** Why what happened is entered only now. */
  readonly reason: string;
}

/** Keeps an answer as soon as it is another one than it began as. */
export function useKeeping(
  { write }: Pick<KeptDraft, 'write'>,
  { data, reason, names }: Written & { readonly names: JsonObject },
  begun: Written,
) {
  useEffect(() => {
    if (data !== begun.data || reason !== begun.reason) write(data, reason, names);
  }, [data, reason, names, begun.data, begun.reason, write]);
}

export type KeptDraft = ReturnType<typeof useKeptDraft>;
