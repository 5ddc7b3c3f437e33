import { useEffect, useId, useRef } from 'react';
import { stateWords } from '../../words/state.words.js';

interface ConflictCoverProps {
  /** Null where it is not told. */
  readonly by: string | null;
  /** When and how, as a sentence of its own. */
  readonly said: string;
  readonly actions: React.ReactNode;
}

/** Lies over a form that a colleague has completed meanwhile; what was entered stays in the draft. Its frame is `position: relative`. */
export function ConflictCover({ by, said, actions }: ConflictCoverProps) {
  const heading = useId();
  const dialog = useRef<HTMLDivElement>(null);
  useEffect(() => dialog.current?.focus(), []);
  return (
    <div className="blk">
      <div className="dlg" role="alertdialog" aria-labelledby={heading} tabIndex={-1} ref={dialog}>
        <div className="bd">
          <b id={heading}>{by === null ? stateWords.takenBySomebody : stateWords.takenBy(by)}</b>
          <div className="t2">{stateWords.draftKept(said)}</div>
          <div className="row mt3">{actions}</div>
        </div>
      </div>
    </div>
  );
}
