import { useQuery } from '@tanstack/react-query';
import { ledgersListOptions, type LedgerKindView } from '../../client/api.js';
import { Answer, NoSuchPage } from '../states/page-states.js';

interface KindProps {
  readonly ledger: string;
  readonly children: (kind: LedgerKindView) => React.ReactNode;
}

/** What a ledger is and what its reader may do in it; a name that no ledger has is no page. */
export function WithKind({ ledger, children }: KindProps) {
  const query = useQuery(ledgersListOptions());
  return (
    <Answer query={query}>
      {({ items }) => {
        const kind = items.find(({ key }) => key === ledger);
        return kind ? children(kind) : <NoSuchPage />;
      }}
    </Answer>
  );
}
