import { Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { ledgerEditsDecide, type DecideLedgerEditDto, type LedgerEditView } from '../../client/api.js';
import { useCommand } from '../../client/use-command.js';
import { Labelled } from '../../kit/labelled.js';
import { ledgerWords } from '../../words/ledger.words.js';
import { Failure } from '../states/failure.js';

interface DecisionProps {
  readonly edit: LedgerEditView;
}

/** What its reader may do with what waits: confirm or refuse it, or take his own back. */
export function EditDecision({ edit: { id, mayDecide, mayWithdraw } }: DecisionProps) {
  const decide = useCommand<DecideLedgerEditDto, LedgerEditView>(
    (body, headers) => ledgerEditsDecide({ path: { id }, body, headers }),
    () => undefined,
  );
  const send = (body: DecideLedgerEditDto) => {
    if (!decide.isPending) decide.mutate(body);
  };
  if (!mayDecide && !mayWithdraw) return null;
  return (
    <div className="col g2">
      <Failure error={decide.error} />
      {mayDecide && <Deciding isBusy={decide.isPending} onDecide={send} />}
      {mayWithdraw && (
        <div className="row">
          <Popconfirm
            title={ledgerWords.withdraw}
            description={ledgerWords.withdrawAsked}
            onConfirm={() => send({ outcome: 'withdrawn' })}
          >
            <Button loading={decide.isPending}>{ledgerWords.withdraw}</Button>
          </Popconfirm>
        </div>
      )}
    </div>
  );
}

interface DecidingProps {
  readonly isBusy: boolean;
  readonly onDecide: (body: DecideLedgerEditDto) => void;
}

function Deciding({ isBusy, onDecide }: DecidingProps) {
  const [text, setText] = useState('');
  const [lacks, setLacks] = useState(false);
  const sentence = text.trim();
  const said = sentence === '' ? {} : { sentence };
  const refuse = () => {
    setLacks(sentence === '');
    if (sentence !== '') onDecide({ outcome: 'refused', ...said });
  };
  return (
    <>
      <Labelled title={ledgerWords.opinion} note={ledgerWords.opinionNote}>
        <Input value={text} maxLength={500} onChange={({ target }) => setText(target.value)} />
      </Labelled>
      {lacks && sentence === '' && (
        <div className="msg err" role="alert">
          {ledgerWords.sayWhy}
        </div>
      )}
      <div className="row">
        <Button type="primary" loading={isBusy} onClick={() => onDecide({ outcome: 'confirmed', ...said })}>
          {ledgerWords.confirm}
        </Button>
        <Button disabled={isBusy} onClick={refuse}>
          {ledgerWords.refuse}
        </Button>
      </div>
    </>
  );
}
