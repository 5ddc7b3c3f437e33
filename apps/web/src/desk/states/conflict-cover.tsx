import { useEffect, useId, useRef } from 'react';
import { stateWords } from '../../words/state.words.js';

interface ConflictCoverProps {
  /** Whose it is by now, or that nobody can do it any more. */
  readonly said: string;
  readonly actions: React.ReactNode;
}

/** Lies over a form that a colleague has taken or done meanwhile, or that nobody needs any more; what was entered stays in the draft. Its frame is `position: relative`. */
export function ConflictCover({ said, actions }: ConflictCoverProps) {
  const heading = useId();
  const dialog = useRef<HTMLDivElement>(null);
  useEffect(() => dialog.current?.focus(), []);
  return (
    <div className="blk">
      <div className="dlg" role="alertdialog" aria-labelledby={heading} tabIndex={-1} ref={dialog}>
        <div className="bd">
          <b id={heading}>{said}</b>
          <div className="t2">{stateWords.draftKept}</div>
          <div className="row mt3">{actions}</div>
        </div>
      </div>
    </div>
  );
}
