import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ledgersRowsInfiniteOptions, type LedgerKindView } from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { Note } from '../../kit/note.js';
import { ledgerWords } from '../../words/ledger.words.js';
import { words } from '../../words/words.js';
import { askedAs } from '../states/export-link.js';
import { MoreRows } from '../states/more-rows.js';
import { Answer } from '../states/page-states.js';
import { LedgerFilters } from './ledger-filters.js';
import { LedgerHead } from './ledger-head.js';
import { LedgerRows } from './ledger-rows.js';
import { askedFor } from './ledger-search.js';
import './ledger.css';
import { WithKind } from './with-kind.js';

/** A ledger's rows; what was asked stands in the address. */
export function LedgerPage() {
  const { ledger } = useParams({ from: '/ledgers/$ledger' });
  return <WithKind ledger={ledger}>{(kind) => <Ledger kind={kind} />}</WithKind>;
}

function Ledger({ kind }: { readonly kind: LedgerKindView }) {
  const search = useSearch({ from: '/ledgers/$ledger' });
  const navigate = useNavigate({ from: '/ledgers/$ledger' });
  const asked = askedFor(search);
  const query = useInfiniteQuery({
    ...ledgersRowsInfiniteOptions({ path: { key: kind.key }, query: asked }),
    ...nextPage,
    initialPageParam: { path: { key: kind.key } },
  });
  const isEmpty = !query.data?.pages[0]?.items.length;
  return (
    <main className="main">
      <LedgerHead kind={kind} shows="rows">
        {!isEmpty && (
          <a className="btn" href={workbookOf(kind, asked)} target="_blank" rel="noreferrer">
            {words.export}
          </a>
        )}
        {kind.writableUnits.length > 0 && (
          <Link className="btn pri" to="/ledgers/$ledger/propose" params={{ ledger: kind.key }} search={{}}>
            {ledgerWords.enterRow}
          </Link>
        )}
      </LedgerHead>
      {search.asOf !== undefined && <Note>{ledgerWords.asItStood(search.asOf)}</Note>}
      <section className="card mt3">
        <div className="hd lg-filters">
          <LedgerFilters
            kind={kind}
            search={search}
            onChange={(next) => void navigate({ search: next, replace: true })}
          />
        </div>
        <Answer query={query}>
          {({ pages }) => (
            <LedgerRows kind={kind} rows={pages.flatMap(({ items }) => items)} search={search} />
          )}
        </Answer>
        <MoreRows query={query} />
      </section>
    </main>
  );
}

const workbookOf = ({ key }: LedgerKindView, asked: ReturnType<typeof askedFor>): string =>
  `/api/ledgers/${key}/export${askedAs({ ...asked })}`;
