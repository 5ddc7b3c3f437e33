import { useEffect, useId, useRef, type ReactNode } from 'react';
import { words } from './words.js';

interface DialogProps {
  readonly title: string;
  /** Nothing is in flight: it may be left. */
  readonly mayClose?: boolean;
  /** Done with: it closes itself, so that the focus goes back to where it came from. */
  readonly isOver?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The browser's own modal dialog: it keeps the focus inside, closes by Escape and gives the focus back. The first field is where it begins. */
export function Dialog({ title, mayClose = true, isOver = false, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    if (dialog.current!.open) return;
    dialog.current!.showModal();
    dialog.current!.querySelector<HTMLElement>('form :is(input, select, textarea)')?.focus();
  }, []);
  useEffect(() => {
    if (isOver) dialog.current!.close();
  }, [isOver]);
  return (
    <dialog
      className="dialog"
      ref={dialog}
      aria-labelledby={heading}
      onClose={onClose}
      onCancel={(event) => {
        if (!mayClose) event.preventDefault();
      }}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        <button
          type="button"
          className="plain"
          aria-label={words.close}
          disabled={!mayClose}
          onClick={() => dialog.current!.close()}
        >
          ✕
        </button>
      </header>
      {children}
    </dialog>
  );
}
