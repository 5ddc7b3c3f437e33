import { useNavigate } from '@tanstack/react-router';
import { Segmented } from 'antd';
import type { LedgerKindView } from '../../client/api.js';
import { Unconfirmed } from '../../kit/marks.js';
import { ledgerWords } from '../../words/ledger.words.js';
import { navWords } from '../../words/nav.words.js';
import { Crumbs } from '../shell/crumbs.js';

interface HeadProps {
  readonly kind: LedgerKindView;
  readonly shows: 'rows' | 'edits';
  /** What can be done here. */
  readonly children?: React.ReactNode;
}

/** What the ledger is, and for whoever may know of it what is written by hand. */
export function LedgerHead({ kind, shows, children }: HeadProps) {
  const navigate = useNavigate();
  const params = { ledger: kind.key };
  const show = (next: HeadProps['shows']) =>
    void (next === 'rows'
      ? navigate({ to: '/ledgers/$ledger', params, search: {} })
      : navigate({ to: '/ledgers/$ledger/edits', params }));
  return (
    <>
      <Crumbs trail={[{ to: '/ledgers', label: navWords.ledgers }]} here={kind.title} />
      <div className="title wrap">
        <h1>
          {kind.title}
          {kind.unconfirmed && <Unconfirmed />}
        </h1>
        {kind.mayReadEdits && (
          <Segmented
            aria-label={kind.title}
            value={shows}
            options={[
              { value: 'rows', label: ledgerWords.rows },
              { value: 'edits', label: ledgerWords.edits },
            ]}
            onChange={show}
          />
        )}
        <span className="sp" />
        {children}
      </div>
      {kind.basis !== null && <p className="s t2">{ledgerWords.basis(kind.basis)}</p>}
    </>
  );
}
