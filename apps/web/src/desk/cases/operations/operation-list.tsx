import { Button } from 'antd';
import { tells } from '../../../words/operation.words.js';
import type { Offer, OperationKind } from './offers-of.js';

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

/** Each line says what it does; what cannot be undone stands in red. */
function Operations({ offers, onOpen }: OperationListProps) {
  return (
    <ul className="operations">
      {offers.map(({ kind, verb, note }) => (
        <li key={kind}>
          <Button danger={kind === 'cancel'} onClick={() => onOpen(kind)}>
            {verb}
          </Button>
          <span className="s t2">{note}</span>
        </li>
      ))}
    </ul>
  );
}
