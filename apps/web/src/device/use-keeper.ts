import { useCallback, useEffect, useRef, useState } from 'react';
import { withoutHidden } from '../forms/hidden-in.js';
import { isSaid, type OpenedDraft } from './choose-draft.js';
import type { DraftContent } from './device-rows.js';
import { draftSent, keepDraft } from './device-store.js';
import { DraftKeeper, type DraftState } from './draft-keeper.js';
import type { DraftSubject } from './draft-subject.js';

/** A keeper over this browser's store, its clock and the server; before the server is told anything, the device knows what. */
function keeperOf(
  { personId, name, forServer, keep, read }: DraftSubject,
  opened: OpenedDraft,
  onState: (state: DraftState) => void,
): DraftKeeper {
  let { sent } = opened;
  return new DraftKeeper(
    {
      keepOnDevice: (draft) => keepDraft({ ...draft, personId, subject: name, ...(sent && { sent }) }),
      keepOnServer: async (content, basedOn) => {
        // It keeps no text with signs that nobody sees; the device keeps all that is written.
        sent = withoutHidden(await forServer(content));
        await draftSent(personId, name, sent);
        return keep(sent, basedOn);
      },
      isOwn: (theirs) => isSaid(theirs, sent),
      readServer: read,
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

/** Keeps what is written while the page is open, and says where it lies; of no subject nothing is kept. */
export function useKeeper(subject: DraftSubject | undefined, opened: OpenedDraft) {
  const [state, setState] = useState<DraftState>();
  const keeper = useRef<DraftKeeper>(undefined);
  const isWritten = useRef(false);
  const latest = useRef<DraftContent>(undefined);
  useEffect(() => {
    if (!subject) return;
    const kept = keeperOf(subject, opened, setState);
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
  }, [subject, opened]);
  const write = useCallback((content: DraftContent) => {
    isWritten.current = true;
    latest.current = content;
    keeper.current?.change(content);
  }, []);
  return {
    state,
    write,
    /** The same once more: the server's names for it have changed. */
    keepAgain: () => latest.current && keeper.current?.change({ ...latest.current }),
    /** What was written last is on the device before it is sent: refused, it is there when the page is opened again. */
    keepNow: () => void keeper.current?.flush(),
    keepMine: () => keeper.current?.keepMine(),
    takeTheirs: () => keeper.current?.takeTheirs(),
    /** Nothing more is saved: it was submitted. */
    end: () => {
      isWritten.current = false;
      latest.current = undefined;
      keeper.current?.stop();
    },
  };
}
