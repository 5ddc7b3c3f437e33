import { useNavigate } from '@tanstack/react-router';
import {
  ledgerEditsPropose,
  type LedgerEditView,
  type LedgerKindView,
  type ProposeLedgerEditDto,
} from '../../client/api.js';
import { useCommand } from '../../client/use-command.js';

/** Sends a proposal once; then to what waits, or to the row where it stands at once. */
export function useProposal({ key }: LedgerKindView) {
  const navigate = useNavigate();
  return useCommand<ProposeLedgerEditDto, LedgerEditView>(
    (body, headers) => ledgerEditsPropose({ path: { key }, body, headers }),
    ({ waits, rowId }) =>
      void (waits || rowId === null
        ? navigate({ to: '/ledgers/$ledger/edits', params: { ledger: key } })
        : navigate({ to: '/ledger-rows/$rowId', params: { rowId } })),
  );
}
