import { Button } from 'antd';
import { useState } from 'react';
import type { LedgerKindView, LedgerRowView } from '../../client/api.js';
import { ledgerWords } from '../../words/ledger.words.js';
import { ReasonField } from '../cases/operations/reason-field.js';
import { Note } from '../../kit/note.js';
import { Failure } from '../states/failure.js';
import { EndDay } from './end-day.js';
import { reasonLacks } from './proposal-of.js';
import { StateField } from './state-field.js';
import { useProposal } from './use-proposal.js';

interface EndProps {
  readonly kind: LedgerKindView;
  readonly row: LedgerRowView;
}

/** 终止: from which day the row is no longer in force. */
export function EndForm({ kind, row }: EndProps) {
  const [endedFrom, setDay] = useState<string>();
  const [state, setState] = useState<string>();
  const [reason, setReason] = useState('');
  const [told, tell] = useState<string>();
  const { mutate, isPending, error } = useProposal(kind);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const lacks = endedFrom === undefined ? ledgerWords.lacksDay : reasonLacks(reason);
    tell(lacks);
    if (endedFrom !== undefined && lacks === undefined && !isPending)
      mutate({
        unitId: row.unitId,
        row: row.id,
        write: {
          ...{ act: 'end', endedFrom, expects: row.version, reason: reason.trim() },
          ...(state !== undefined && { state }),
        },
      });
  };
  return (
    <form noValidate className="card lg-form" onSubmit={submit}>
      <div className="bd col g4">
        <Failure error={error} />
        {told !== undefined && (
          <Note tone="warn" role="alert">
            {told}
          </Note>
        )}
        <EndDay value={endedFrom} onChange={setDay} />
        <StateField states={kind.states.filter(({ ends }) => ends)} value={state} onChange={setState} />
        <ReasonField value={reason} onChange={setReason} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={isPending}>
            {ledgerWords.submit(ledgerWords.acts.end)}
          </Button>
        </div>
      </div>
    </form>
  );
}
