import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import {
  ledgerEditsListInfiniteOptions,
  type LedgerEditView,
  type LedgerKindView,
} from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { Empty } from '../../kit/empty.js';
import { ledgerWords } from '../../words/ledger.words.js';
import { MoreRows } from '../states/more-rows.js';
import { Answer } from '../states/page-states.js';
import { EditCard } from './edit-card.js';
import { LedgerHead } from './ledger-head.js';
import './ledger.css';
import { WithKind } from './with-kind.js';

/** What is written by hand in a ledger: what waits for a second person first. */
export function LedgerEditsPage() {
  const { ledger } = useParams({ from: '/ledgers/$ledger/edits' });
  return <WithKind ledger={ledger}>{(kind) => <Edits kind={kind} />}</WithKind>;
}

function Edits({ kind }: { readonly kind: LedgerKindView }) {
  const query = useInfiniteQuery({
    ...ledgerEditsListInfiniteOptions({ path: { key: kind.key } }),
    ...nextPage,
    initialPageParam: { path: { key: kind.key } },
  });
  return (
    <main className="main">
      <LedgerHead kind={kind} shows="edits">
        {kind.writableUnits.length > 0 && (
          <Link className="btn pri" to="/ledgers/$ledger/propose" params={{ ledger: kind.key }} search={{}}>
            {ledgerWords.enterRow}
          </Link>
        )}
      </LedgerHead>
      <section className="card mt3">
        <Answer query={query}>
          {({ pages }) => <List kind={kind} edits={pages.flatMap(({ items }) => items)} />}
        </Answer>
        <MoreRows query={query} />
      </section>
    </main>
  );
}

interface ListProps {
  readonly kind: LedgerKindView;
  readonly edits: readonly LedgerEditView[];
}

const List = ({ kind, edits }: ListProps) =>
  edits.length === 0 ? (
    <Empty text={ledgerWords.noEdits} />
  ) : (
    <ul className="bd">
      {edits.map((edit) => (
        <EditCard key={edit.id} kind={kind} edit={edit} />
      ))}
    </ul>
  );
