import { formWords } from '../../words/form.words.js';
import { fileKindOf } from './file-kind-of.js';

interface DocRowProps {
  readonly name: string;
  /** Whatever it is called. */
  readonly isPhoto?: boolean;
  /** Absent where the file itself is not at hand. */
  readonly href?: string;
  /** Behind the name: size and day, or the field. */
  readonly said?: React.ReactNode;
}

/** A file that has arrived, as a line: what it is, its name, and what is known of it. */
export const DocRow = ({ name, isPhoto = false, href, said }: DocRowProps) => (
  <div className="doc">
    <span className="ext">{isPhoto ? formWords.picture : fileKindOf(name)}</span>
    {href === undefined ? (
      <span className="nm">{name}</span>
    ) : (
      <a className="nm" href={href}>
        {name}
      </a>
    )}
    <span className="sp" />
    {said !== undefined && <span className="s t3 nw">{said}</span>}
  </div>
);
