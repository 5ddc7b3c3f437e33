import type { FileReference } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { OpenedDraft } from './choose-draft.js';
import type { DraftContent } from './device-rows.js';
import { filesOfTask, forgetTask, keepDraft } from './device-store.js';
import { DraftKeeper, type DraftState } from './draft-keeper.js';
import { referencesIn, withReferences } from './file-references.js';
import { keepServerDraft, readServerDraft, subjectOf } from './use-opened-draft.js';

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

/** Keeps what is written while the page is open, and says where it lies. */
export function useKeptDraft(personId: string, taskId: string, opened: OpenedDraft) {
  const [state, setState] = useState<DraftState>();
  const keeper = useRef<DraftKeeper>(undefined);
  const isWritten = useRef(false);
  useEffect(() => {
    const subject = subjectOf(taskId);
    const kept = new DraftKeeper(
      {
        keepOnDevice: (draft) => keepDraft({ ...draft, personId, subject }),
        keepOnServer: async (content, basedOn) =>
          keepServerDraft(taskId, await forServer(personId, taskId, content), basedOn),
        readServer: () => readServerDraft(taskId),
        now: () => new Date(),
        later: (ms, act) => {
          const timer = setTimeout(act, ms);
          return () => clearTimeout(timer);
        },
        onState: setState,
      },
      opened,
    );
    keeper.current = kept;
    setState(kept.now);
    const leaving = () => {
      if (isWritten.current) void kept.flush();
    };
    window.addEventListener('pagehide', leaving);
    document.addEventListener('visibilitychange', leaving);
    return () => {
      window.removeEventListener('pagehide', leaving);
      document.removeEventListener('visibilitychange', leaving);
      leaving();
      kept.stop();
    };
  }, [taskId, personId, opened]);
  const write = useCallback((data: JsonObject, pastEntryReason: string, names: JsonObject) => {
    isWritten.current = true;
    keeper.current?.change({ data, pastEntryReason, names });
  }, []);
  return {
    state,
    write,
    keepMine: () => keeper.current?.keepMine(),
    takeTheirs: () => keeper.current?.takeTheirs(),
    /** Nothing more is saved: it was submitted. */
    end: () => {
      isWritten.current = false;
      keeper.current?.stop();
    },
    /** The same, and the device forgets it. */
    forget: () => {
      isWritten.current = false;
      keeper.current?.stop();
      return forgetTask(personId, taskId);
    },
  };
}

export type KeptDraft = ReturnType<typeof useKeptDraft>;
