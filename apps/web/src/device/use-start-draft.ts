import { useEffect, useRef, useState } from 'react';
import { startDraftsKeep, type KeptDraftView } from './api.js';

/** What a start begins with: what somebody has written of it before. */
export interface StartBeginning {
  readonly version: number;
  readonly title: string;
  readonly unitId: string | undefined;
}

export function beginningFrom(draft: KeptDraftView['draft']): StartBeginning {
  const { title, unitId } = draft?.content ?? {};
  return {
    version: draft?.version ?? 0,
    title: typeof title === 'string' ? title : '',
    unitId: typeof unitId === 'string' ? unitId : undefined,
  };
}

const SAVED_AFTER_MS = 2_000;

/**
 * Keeps what is typed as the draft of a start, and says when it was kept last; one conflict with another device ends it, what
 * stands on the screen stays. Without a key nothing is kept.
 */
export function useStartDraft(
  key: string | undefined,
  begun: StartBeginning,
  { title, unitId }: Omit<StartBeginning, 'version'>,
): Date | undefined {
  const version = useRef(begun.version);
  const [savedAt, setSavedAt] = useState<Date>();
  const isChanged = title !== begun.title || (begun.unitId !== undefined && unitId !== begun.unitId);
  useEffect(() => {
    if (!isChanged || key === undefined) return;
    const timer = setTimeout(() => {
      const body = { basedOn: version.current, content: { title, unitId } };
      startDraftsKeep({ path: { key }, body }).then(
        ({ data }) => {
          version.current = data.version;
          setSavedAt(new Date());
        },
        () => undefined, // offline, or written elsewhere: what is on the screen stays
      );
    }, SAVED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [key, title, unitId, isChanged]);
  return savedAt;
}
