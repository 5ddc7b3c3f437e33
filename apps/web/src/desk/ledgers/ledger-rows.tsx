import { Link } from '@tanstack/react-router';
import type { LedgerKindView, LedgerRowView } from '../../client/api.js';
import { Empty } from '../../kit/empty.js';
import { Chip } from '../../kit/marks.js';
import { MetaLine } from '../../kit/meta-line.js';
import { shownMoment } from '../../kit/moment.js';
import { ledgerWords } from '../../words/ledger.words.js';
import { isNarrowed, type LedgerSearch } from './ledger-search.js';
import { besideKey, rowTitle } from './ledger-values.js';

const FIELDS_BESIDE = 3;

interface RowsProps {
  readonly kind: LedgerKindView;
  readonly rows: readonly LedgerRowView[];
  readonly search: LedgerSearch;
}

export function LedgerRows({ kind, rows, search }: RowsProps) {
  if (rows.length === 0 && isNarrowed(search))
    return (
      <Empty
        text={ledgerWords.noSuchRows}
        action={
          <Link to="/ledgers/$ledger" params={{ ledger: kind.key }} search={{}} className="btn">
            {ledgerWords.showAll}
          </Link>
        }
      />
    );
  if (rows.length === 0) return <Empty text={ledgerWords.noRows} />;
  return (
    <ul className="bd">
      {rows.map((row) => (
        <li key={row.id} className="line of lg-row">
          <div>
            <Link to="/ledger-rows/$rowId" params={{ rowId: row.id }}>
              {rowTitle(kind, row.data)}
            </Link>
            <div className="s t2">
              <MetaLine
                facts={[
                  row.unitName,
                  ...besideKey(kind, row.data, FIELDS_BESIDE).map(({ title, text }) => `${title} ${text}`),
                  ledgerWords.version(row.version),
                  ledgerWords.changedOn(shownMoment(row.changedAt, new Date())),
                ]}
              />
            </div>
          </div>
          <RowChips row={row} />
        </li>
      ))}
    </ul>
  );
}

/** Its state, and whether it counts today. */
export const RowChips = ({ row: { stateTitle, inForce } }: { readonly row: LedgerRowView }) => (
  <span className="row">
    <Chip>{stateTitle}</Chip>
    <Chip tone={inForce ? 'green' : undefined}>{inForce ? ledgerWords.inForce : ledgerWords.notInForce}</Chip>
  </span>
);
