import { useId, useState } from 'react';
import { Icon } from '../../kit/icon.js';

interface FoldProps {
  readonly title: React.ReactNode;
  /** What is in it, in two words. */
  readonly said?: React.ReactNode;
  readonly startsOpen?: boolean;
  readonly children: React.ReactNode;
}

/** A line that opens what lies under it. */
export function Fold({ title, said, startsOpen = false, children }: FoldProps) {
  const [isOpen, setOpen] = useState(startsOpen);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={isOpen ? 'ph-fold on' : 'ph-fold'}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? <b>{title}</b> : title}
        <span className="sp" />
        {said}
        <Icon name={isOpen ? 'down' : 'right'} />
      </button>
      <div id={id} className="ph-in" hidden={!isOpen}>
        {isOpen && children}
      </div>
    </>
  );
}
