import { Button } from 'antd';
import { slipsReceive, type SlipView } from '../../client/api.js';
import { useCommand } from '../../client/use-command.js';
import { Empty } from '../../kit/empty.js';
import { Chip } from '../../kit/marks.js';
import { MetaLine } from '../../kit/meta-line.js';
import { shownMoment } from '../../kit/moment.js';
import { ledgerWords } from '../../words/ledger.words.js';
import { slipWords } from '../../words/slip.words.js';
import { Failure } from '../states/failure.js';

interface RowsProps {
  readonly slips: readonly SlipView[];
  readonly box: 'received' | 'sent';
  readonly onOpen: (slip: SlipView) => void;
}

export const SlipRows = ({ slips, box, onOpen }: RowsProps) =>
  slips.length === 0 ? (
    <Empty text={box === 'sent' ? slipWords.noneSent : slipWords.noneReceived} />
  ) : (
    <ul className="bd">
      {slips.map((slip) => (
        <li key={slip.id} className="line of">
          <Facts slip={slip} />
          <span className="row">
            <State slip={slip} />
            {slip.mayReceive && <Receive slip={slip} />}
            {slip.mayOpen && <Button onClick={() => onOpen(slip)}>{slipWords.open}</Button>}
          </span>
        </li>
      ))}
    </ul>
  );

function Facts({ slip }: { readonly slip: SlipView }) {
  const { number, kindTitle, subject, fromUnit, toUnit, sentBy, onBehalfOf, sentAt, receipt } = slip;
  const now = new Date();
  const who = (name: string, others: readonly string[]) => ledgerWords.actingFor(name, others);
  return (
    <div>
      <b>{number}</b> {subject}
      <div className="s t2">
        <MetaLine
          facts={[
            kindTitle,
            slipWords.fromTo(fromUnit, toUnit),
            slipWords.sentBy(shownMoment(sentAt, now), who(sentBy, onBehalfOf)),
            receipt
              ? slipWords.receivedBy(shownMoment(receipt.at, now), who(receipt.by, receipt.onBehalfOf))
              : slipWords.dueOn(slip.receiptDueOn),
          ]}
        />
      </div>
    </div>
  );
}

function State({ slip: { receipt, isLate } }: { readonly slip: SlipView }) {
  if (receipt)
    return (
      <Chip tone={isLate ? 'red' : 'green'}>{isLate ? slipWords.receivedLate : slipWords.isReceived}</Chip>
    );
  return <Chip tone={isLate ? 'red' : 'blue'}>{isLate ? slipWords.late : slipWords.waits}</Chip>;
}

function Receive({ slip: { id } }: { readonly slip: SlipView }) {
  const receive = useCommand<undefined, SlipView>(
    () => slipsReceive({ path: { id } }),
    () => undefined,
  );
  return (
    <>
      <Failure error={receive.error} />
      <Button type="primary" loading={receive.isPending} onClick={() => receive.mutate(undefined)}>
        {slipWords.receive}
      </Button>
    </>
  );
}
