import { momentOf } from '../../kit/moment.js';
import type { DraftState } from '../../device/draft-keeper.js';
import type { StartDraft, StartWords } from '../../device/use-start-draft.js';
import { draftWords } from '../../words/draft.words.js';
import { Sheet } from '../parts/sheet.js';

/** Where the draft lies, in the head of the page; said in full to whoever listens. */
export function DraftMark({ state }: { readonly state: DraftState | undefined }) {
  if (!state || state.where === 'nowhere') return null;
  const isServer = state.where === 'server';
  const whole = isServer && state.at ? draftWords.both(momentOf(state.at).slice(11)) : draftWords.device;
  return (
    <span className="ph-mark" role="status" aria-label={whole}>
      {isServer ? draftWords.short : draftWords.shortDevice}
    </span>
  );
}

interface ElsewhereProps {
  readonly at: string;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

/** Written on another device too: nothing goes on before one of both is chosen. */
export const Elsewhere = ({ at, onMine, onTheirs }: ElsewhereProps) => (
  <Sheet title={draftWords.elsewhere} isUrgent onClose={() => undefined}>
    <p>{draftWords.elsewhereAt(momentOf(at).slice(5))}</p>
    <button type="button" className="btn blk mt3" onClick={onMine}>
      {draftWords.keepMine}
    </button>
    <button type="button" className="btn blk mt2" onClick={onTheirs}>
      {draftWords.takeTheirs}
    </button>
  </Sheet>
);

interface StartElsewhereProps {
  readonly kept: StartDraft;
  readonly onTheirs: (words: StartWords) => void;
}

/** The same of a start. */
export function StartElsewhere({ kept, onTheirs }: StartElsewhereProps) {
  const { elsewhere } = kept.state ?? {};
  if (!elsewhere) return null;
  const take = () => void kept.takeTheirs().then(onTheirs);
  return <Elsewhere at={elsewhere.savedAt} onMine={kept.keepMine} onTheirs={take} />;
}
