import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ledgersListOptions, type LedgerKindView } from '../../client/api.js';
import { Empty } from '../../kit/empty.js';
import { Chip, Unconfirmed } from '../../kit/marks.js';
import { ledgerWords } from '../../words/ledger.words.js';
import { navWords } from '../../words/nav.words.js';
import { Answer } from '../states/page-states.js';
import './ledger.css';

/** 台账: the registers that there are. */
export function LedgersPage() {
  const query = useQuery(ledgersListOptions());
  return (
    <main className="main">
      <h1 className="title">{navWords.ledgers}</h1>
      <section className="card">
        <Answer query={query}>{({ items }) => <Kinds kinds={items} />}</Answer>
      </section>
    </main>
  );
}

const Kinds = ({ kinds }: { readonly kinds: readonly LedgerKindView[] }) =>
  kinds.length === 0 ? (
    <Empty text={ledgerWords.none} />
  ) : (
    <ul className="bd">
      {kinds.map((kind) => (
        <li key={kind.key} className="line of lg-row">
          <div>
            <Link to="/ledgers/$ledger" params={{ ledger: kind.key }} search={{}}>
              {kind.title}
            </Link>
            {kind.unconfirmed && <Unconfirmed />}
            {kind.basis !== null && <div className="s t2">{ledgerWords.basis(kind.basis)}</div>}
          </div>
          <span className="row">
            {kind.looks && <Chip>{ledgerWords.looked}</Chip>}
            {kind.writableUnits.length > 0 && <Chip tone="blue">{ledgerWords.byHand}</Chip>}
            <Chip>{kind.unitKind === 'village' ? ledgerWords.ofVillage : ledgerWords.ofTown}</Chip>
          </span>
        </li>
      ))}
    </ul>
  );
