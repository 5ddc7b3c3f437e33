import { momentOf } from '../../kit/moment.js';
import type { DraftState } from '../../device/draft-keeper.js';
import { placeOfDraft, type ElsewhereProps } from '../../forms/draft-place.js';
import { draftWords } from '../../words/draft.words.js';
import { Sheet } from '../parts/sheet.js';

/** Where the draft lies, in the head of the page; said in full to whoever listens. */
export function DraftMark({ state }: { readonly state: DraftState | undefined }) {
  const place = placeOfDraft(state);
  return (
    place && (
      <span className="ph-mark" role="status" aria-label={place.whole}>
        {place.short}
      </span>
    )
  );
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
