import type { ServerDraft } from './choose-draft.js';
import type { DraftContent } from './device-rows.js';

/** What a draft is of, and where the server keeps it. One object as long as its page is open. */
export interface DraftSubject {
  readonly personId: string;
  /** Under which the device keeps it: `task/<id>` or `start/<process key>`. */
  readonly name: string;
  /** As the server is told: with its own names for what has arrived there. */
  readonly forServer: (content: DraftContent) => Promise<DraftContent>;
  /** The next version; rejects with an `ApiProblem`. */
  readonly keep: (
    content: DraftContent,
    basedOn: number,
  ) => Promise<{ readonly version: number; readonly savedAt: string }>;
  readonly read: () => Promise<ServerDraft | null>;
}
