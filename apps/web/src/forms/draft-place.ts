import type { DraftState } from '../device/draft-keeper.js';
import type { StartDraft, StartWords } from '../device/use-start-draft.js';
import { momentOf } from '../kit/moment.js';
import { draftWords } from '../words/draft.words.js';

/** Where the last words lie, in a sentence and in a word; nothing where nothing was written. */
export function placeOfDraft(state: DraftState | undefined) {
  if (!state || state.where === 'nowhere') return undefined;
  const { where, at } = state;
  return where === 'server' && at
    ? { whole: draftWords.both(momentOf(at).slice(11)), short: draftWords.short }
    : { whole: draftWords.device, short: draftWords.shortDevice };
}

/** What is asked where a draft was written on another device too. */
export interface ElsewhereProps {
  /** When that was, ISO 8601. */
  readonly at: string;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

/** The same of a start; undefined where it was written here alone. `onTheirs` hears the other words where they are taken. */
export function startElsewhereOf(
  { state, keepMine, takeTheirs }: StartDraft,
  onTheirs: (words: StartWords) => void,
): ElsewhereProps | undefined {
  const at = state?.elsewhere?.savedAt;
  if (at === undefined) return undefined;
  return { at, onMine: keepMine, onTheirs: () => void takeTheirs().then(onTheirs) };
}
