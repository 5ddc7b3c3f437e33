import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { JsonObject } from '@wuqing/kernel';
import { ledgersRowOptions, type LedgerKindView, type LedgerRowDetailView } from '../../client/api.js';
import { Chip } from '../../kit/marks.js';
import { MetaLine } from '../../kit/meta-line.js';
import { Note } from '../../kit/note.js';
import { ledgerWords } from '../../words/ledger.words.js';
import { navWords } from '../../words/nav.words.js';
import { ReadForm } from '../forms/read-form.js';
import { Crumbs } from '../shell/crumbs.js';
import { Answer } from '../states/page-states.js';
import { RowChips } from './ledger-rows.js';
import { formOf, rowTitle } from './ledger-values.js';
import { LedgerVersions } from './ledger-versions.js';
import './ledger.css';
import { WithKind } from './with-kind.js';

/** A row with every version of it. */
export function LedgerRowPage() {
  const { rowId } = useParams({ from: '/ledger-rows/$rowId' });
  const query = useQuery(ledgersRowOptions({ path: { id: rowId } }));
  return (
    <main className="main">
      <Answer query={query}>
        {(detail) => (
          <WithKind ledger={detail.row.ledger}>{(kind) => <Row kind={kind} detail={detail} />}</WithKind>
        )}
      </Answer>
    </main>
  );
}

interface RowProps {
  readonly kind: LedgerKindView;
  readonly detail: LedgerRowDetailView;
}

function Row({ kind, detail }: RowProps) {
  const { row, versions, intact } = detail;
  return (
    <>
      <Crumbs
        trail={[
          { to: '/ledgers', label: navWords.ledgers },
          { to: '/ledgers/$ledger', params: { ledger: kind.key }, label: kind.title },
        ]}
        here={rowTitle(kind, row.data)}
      />
      <div className="title wrap">
        <h1>{rowTitle(kind, row.data)}</h1>
        <RowChips row={row} />
        <Chip tone={intact ? 'green' : 'red'}>{intact ? ledgerWords.intact : ledgerWords.broken}</Chip>
        <span className="sp" />
        {detail.mayEdit && <Acts kind={kind} detail={detail} />}
      </div>
      <p className="s t2">
        <MetaLine
          facts={[
            row.unitName,
            ledgerWords.version(row.version),
            row.endedFrom !== null && ledgerWords.endedFrom(row.endedFrom),
            row.keptUntil === null ? ledgerWords.keptForEver : ledgerWords.keptUntil(row.keptUntil),
          ]}
        />
      </p>
      {!intact && (
        <Note tone="late" role="alert">
          <b>{ledgerWords.broken}</b> {ledgerWords.brokenHelp}
        </Note>
      )}
      <div className="col g4 mt3">
        <ReadForm form={formOf(kind)} data={row.data as JsonObject} nameOf={(id) => id} />
        <LedgerVersions kind={kind} versions={versions} isIntact={intact} />
      </div>
    </>
  );
}

/** What may be written of it by hand: a row that is over takes a correction alone. */
function Acts({ kind, detail: { row } }: RowProps) {
  const isOver = kind.states.find(({ key }) => key === row.state)?.ends === true;
  const acts = isOver ? (['correct'] as const) : (['change', 'correct', 'end'] as const);
  return acts.map((act) => (
    <Link
      key={act}
      className="btn"
      to="/ledgers/$ledger/propose"
      params={{ ledger: kind.key }}
      search={{ rowId: row.id, act }}
    >
      {ledgerWords.acts[act]}
    </Link>
  ));
}
