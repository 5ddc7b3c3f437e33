import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { ledgersRowOptions, type LedgerKindView, type LedgerRowDetailView } from '../../client/api.js';
import { Empty } from '../../kit/empty.js';
import { ledgerWords } from '../../words/ledger.words.js';
import { navWords } from '../../words/nav.words.js';
import { Crumbs } from '../shell/crumbs.js';
import { Answer } from '../states/page-states.js';
import type { ProposeSearch } from './ledger-search.js';
import { EndForm } from './end-form.js';
import { rowTitle } from './ledger-values.js';
import { RowForm } from './row-form.js';
import './ledger.css';
import { WithKind } from './with-kind.js';

/** 手工登记: begins a row, or changes, corrects or ends one that stands. */
export function ProposePage() {
  const { ledger } = useParams({ from: '/ledgers/$ledger/propose' });
  const search = useSearch({ from: '/ledgers/$ledger/propose' });
  return <WithKind ledger={ledger}>{(kind) => <Propose kind={kind} {...search} />}</WithKind>;
}

function Propose({ kind, rowId, act = 'change' }: ProposeSearch & { readonly kind: LedgerKindView }) {
  return rowId === undefined ? (
    <NewRow kind={kind} />
  ) : (
    <StandingRow key={`${rowId} ${act}`} kind={kind} rowId={rowId} act={act} />
  );
}

const NewRow = ({ kind }: { readonly kind: LedgerKindView }) => (
  <Page kind={kind} title={ledgerWords.enterRow}>
    {kind.writableUnits.length === 0 ? <NotHere /> : <RowForm kind={kind} act="enter" />}
  </Page>
);

const NotHere = () => (
  <section className="card">
    <Empty text={ledgerWords.noWritable} />
  </section>
);

interface StandingProps {
  readonly kind: LedgerKindView;
  readonly rowId: string;
  readonly act: NonNullable<ProposeSearch['act']>;
}

function StandingRow({ kind, rowId, act }: StandingProps) {
  const query = useQuery({ ...ledgersRowOptions({ path: { id: rowId } }), refetchOnWindowFocus: false });
  return (
    <Page kind={kind} title={ledgerWords.acts[act]}>
      <Answer query={query}>
        {(detail) => <Written key={detail.row.version} kind={kind} act={act} detail={detail} />}
      </Answer>
    </Page>
  );
}

interface WrittenProps extends Pick<StandingProps, 'kind' | 'act'> {
  readonly detail: LedgerRowDetailView;
}

function Written({ kind, act, detail: { row, mayEdit } }: WrittenProps) {
  if (!mayEdit) return <NotHere />;
  return (
    <div className="col g3">
      <p className="t2">
        {row.unitName} {rowTitle(kind, row.data)} {ledgerWords.version(row.version)}
      </p>
      {act === 'end' ? <EndForm kind={kind} row={row} /> : <RowForm kind={kind} act={act} row={row} />}
    </div>
  );
}

interface PageProps {
  readonly kind: LedgerKindView;
  readonly title: string;
  readonly children: React.ReactNode;
}

const Page = ({ kind, title, children }: PageProps) => (
  <main className="main">
    <Crumbs
      trail={[
        { to: '/ledgers', label: navWords.ledgers },
        { to: '/ledgers/$ledger', params: { ledger: kind.key }, label: kind.title },
      ]}
      here={title}
    />
    <h1 className="title">{title}</h1>
    <p className="s t2">{kind.secondPerson ? ledgerWords.waitsForOther : ledgerWords.standsAtOnce}</p>
    <div className="mt3">{children}</div>
  </main>
);
