import { cloneElement, useId, type ReactElement } from 'react';

interface LabelledProps {
  readonly title: string;
  /** 「必填」 as a grey word: no red star. */
  readonly note?: string;
  /** The field, which is given the id that its label names. */
  readonly children: ReactElement<{ id?: string }>;
}

/** A label above its field. */
export function Labelled({ title, note, children }: LabelledProps) {
  const id = useId();
  return (
    <div className="fld">
      <label htmlFor={id}>
        {title}
        {note && <span className="req">{note}</span>}
      </label>
      {cloneElement(children, { id })}
    </div>
  );
}
