import { useEffect, useId, useRef } from 'react';
import { phoneWords } from '../../words/phone.words.js';

interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
  /** Nothing else may be done before it is answered. */
  readonly isUrgent?: boolean;
}

/** Comes up over the lower edge; the browser's own dialog, which keeps the hand inside and gives it back afterwards. */
export function Sheet({ title, onClose, children, isUrgent = false }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const shown = dialog.current;
    if (shown && !shown.open) shown.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="ph-sheet"
      aria-labelledby={heading}
      onCancel={(event) => {
        if (isUrgent) event.preventDefault();
      }}
      onClose={onClose}
      onClick={(event) => {
        if (!isUrgent && event.target === dialog.current) dialog.current.close();
      }}
    >
      <div className="ph-sheet-in">
        <h2 id={heading}>{title}</h2>
        {children}
        {!isUrgent && (
          <button type="button" className="btn blk mt2" onClick={() => dialog.current?.close()}>
            {phoneWords.close}
          </button>
        )}
      </div>
    </dialog>
  );
}
