import { Button, Modal } from 'antd';
import type { OpenedDraft } from '../../device/choose-draft.js';
import type { DraftState } from '../../device/draft-keeper.js';
import type { StartDraft, StartWords } from '../../device/use-start-draft.js';
import { momentOf } from '../../kit/moment.js';
import { Note } from '../../kit/note.js';
import { draftWords } from '../../words/draft.words.js';

/** Where the last words lie. */
export function DraftMark({ state }: { readonly state: DraftState | undefined }) {
  if (!state || state.where === 'nowhere') return null;
  return (
    <span className="s t3" role="status">
      {state.where === 'server' && state.at
        ? draftWords.both(momentOf(state.at).slice(11))
        : draftWords.device}
    </span>
  );
}

/** What the last holder of the step has left. */
export const DraftNote = ({ draft: { leftByName, savedAt } }: { readonly draft: OpenedDraft }) =>
  leftByName !== undefined && (
    <Note>{draftWords.leftBy(leftByName, savedAt ? momentOf(savedAt).slice(5) : '')}</Note>
  );

interface ElsewhereProps {
  readonly at: string;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

interface StartElsewhereProps {
  readonly kept: StartDraft;
  readonly onTheirs: (words: StartWords) => void;
}

/** The same of a start. */
export function StartElsewhere({ kept, onTheirs }: StartElsewhereProps) {
  const { elsewhere } = kept.state ?? {};
  if (!elsewhere) return null;
  const take = () => void kept.takeTheirs().then(onTheirs);
  return <DraftElsewhere at={elsewhere.savedAt} onMine={kept.keepMine} onTheirs={take} />;
}

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
