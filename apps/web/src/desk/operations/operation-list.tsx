import type { Offer, OperationKind } from './offers-of.js';
import { tells } from './operation-words.js';

interface OperationListProps {
  readonly offers: readonly Offer[];
  readonly onOpen: (kind: OperationKind) => void;
}

/** The usual ones are seen at once, the others under 更多; where only others are, they need no fold. */
const AT_ONCE: readonly OperationKind[] = ['suspend', 'resume', 'return', 'restart'];

export function OperationList({ offers, onOpen }: OperationListProps) {
  const first = offers.filter(({ kind }) => AT_ONCE.includes(kind));
  const more = offers.filter(({ kind }) => !AT_ONCE.includes(kind));
  if (first.length === 0) return <Operations offers={more} onOpen={onOpen} />;
  return (
    <>
      <Operations offers={first} onOpen={onOpen} />
      {more.length > 0 && (
        <details className="more">
          <summary>{tells.more}</summary>
          <Operations offers={more} onOpen={onOpen} />
        </details>
      )}
    </>
  );
}

function Operations({ offers, onOpen }: OperationListProps) {
  return (
    <ul className="operations">
      {offers.map(({ kind, verb, note }) => (
        <li key={kind}>
          <button
            className={kind === 'cancel' ? 'secondary grave' : 'secondary'}
            onClick={() => onOpen(kind)}
          >
            {verb}
          </button>
          <span className="muted">{note}</span>
        </li>
      ))}
    </ul>
  );
}
