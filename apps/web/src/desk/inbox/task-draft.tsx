import { Button, Modal } from 'antd';
import type { OpenedDraft } from '../../device/choose-draft.js';
import type { DraftState } from '../../device/draft-keeper.js';
import { placeOfDraft, type ElsewhereProps } from '../../forms/draft-place.js';
import { momentOf } from '../../kit/moment.js';
import { Note } from '../../kit/note.js';
import { draftWords } from '../../words/draft.words.js';

/** Where the last words lie. */
export function DraftMark({ state }: { readonly state: DraftState | undefined }) {
  const place = placeOfDraft(state);
  return (
    place && (
      <span className="s t3" role="status">
        {place.whole}
      </span>
    )
  );
}

/** What the last holder of the step has left. */
export const DraftNote = ({ draft: { leftByName, savedAt } }: { readonly draft: OpenedDraft }) =>
  leftByName !== undefined && (
    <Note>{draftWords.leftBy(leftByName, savedAt ? momentOf(savedAt).slice(5) : '')}</Note>
  );

/** Written on another device too: nothing goes on before one of both is chosen. */
export const DraftElsewhere = ({ at, onMine, onTheirs }: ElsewhereProps) => (
  <Modal
    open
    title={draftWords.elsewhere}
    closable={false}
    footer={[
      <Button key="theirs" onClick={onTheirs}>
        {draftWords.takeTheirs}
      </Button>,
      <Button key="mine" type="primary" onClick={onMine}>
        {draftWords.keepMine}
      </Button>,
    ]}
  >
    {draftWords.elsewhereAt(momentOf(at).slice(5))}
  </Modal>
);
