import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { handOverList, type ReceiverView } from '../../client/api.js';
import { Empty } from '../../kit/empty.js';
import { isWhole, NOBODY_YET } from '../../forms/hand-over-order.js';
import { handOverWords } from '../../words/hand-over.words.js';
import { inboxWords } from '../../words/inbox.words.js';
import { Failure } from '../states/failure.js';
import { Answer } from '../states/page-states.js';
import { BulkRows } from './bulk-rows.js';
import { HandOverFields } from './hand-over-fields.js';
import { mergedReceivers } from './merged-receivers.js';
import { portionsOf, rowsFor, useBulk, type BulkResult } from './use-bulk.js';
import type { ListedRow } from './use-inbox.js';

interface BulkHandOverProps {
  readonly rows: readonly ListedRow[];
  readonly onDone: (result: BulkResult) => void;
  readonly onBack: () => void;
}

/** 批量转办: to one person who could take each of them himself, with a reason that the records keep. */
export function BulkHandOver(props: BulkHandOverProps) {
  const open = props.rows.filter(rowsFor['hand-over']);
  const receivers = useReceivers(open);
  if (open.length === 0) return <NoReceiver {...props} />;
  return (
    <Answer query={receivers}>
      {(items) =>
        items.length === 0 ? <NoReceiver {...props} /> : <ToWhom {...props} open={open} receivers={items} />
      }
    </Answer>
  );
}

const useReceivers = (rows: readonly ListedRow[]) => {
  const portions = portionsOf(rows).map((portion) => portion.map(({ id }) => id));
  return useQuery({
    queryKey: ['receivers', portions],
    queryFn: async () => {
      const answers: ReceiverView[][] = [];
      for (const taskIds of portions) answers.push((await handOverList({ body: { taskIds } })).data.items);
      return mergedReceivers(answers);
    },
    enabled: rows.length > 0,
  });
};

const NoReceiver = ({ onBack }: BulkHandOverProps) => (
  <Empty text={inboxWords.noReceiver} action={<Back onBack={onBack} />} />
);

const Back = ({ onBack }: Pick<BulkHandOverProps, 'onBack'>) => (
  <Button onClick={onBack}>{inboxWords.backToList}</Button>
);

interface ToWhomProps extends BulkHandOverProps {
  readonly open: readonly ListedRow[];
  readonly receivers: readonly ReceiverView[];
}

function ToWhom({ rows, open, receivers, onDone, onBack }: ToWhomProps) {
  const [order, setOrder] = useState(NOBODY_YET);
  const bulk = useBulk(onDone);
  const chosen = receivers.find(({ id }) => id === order.personId);
  const handed = open.filter(({ id }) => chosen?.taskIds.includes(id));
  const isReady = handed.length > 0 && isWhole(order);
  const hand = () => bulk.mutate({ deed: 'hand-over', rows: handed, ...order, reason: order.reason.trim() });
  return (
    <>
      <div className="card">
        <div className="bd col g3">
          <HandOverFields
            receivers={receivers.map(({ unitName, taskIds, ...one }) => ({
              ...one,
              note: inboxWords.canTake(unitName, taskIds.length),
            }))}
            order={order}
            onChange={setOrder}
          />
          <p className="s t3">{inboxWords.handNote}</p>
        </div>
        <Failure error={bulk.error} />
        <div className="ft row">
          <Button type="primary" loading={bulk.isPending} disabled={!isReady} onClick={hand}>
            {inboxWords.handThese(handed.length)}
          </Button>
          <Back onBack={onBack} />
          {!isReady && <span className="s t3">{handOverWords.missing}</span>}
        </div>
      </div>
      {chosen && <Fate rows={rows} handed={handed} />}
    </>
  );
}

interface FateProps extends Pick<ToWhomProps, 'rows'> {
  readonly handed: readonly ListedRow[];
}

/** Which of the picked rows go to the chosen person, and which stay. */
const Fate = ({ rows, handed }: FateProps) => (
  <>
    <BulkRows
      title={inboxWords.handed}
      icon="ok"
      tone="grn"
      rows={handed.map((row) => ({ row, text: null }))}
    />
    <BulkRows
      title={inboxWords.notHanded}
      icon="info"
      tone="t3"
      rows={rows.filter((row) => !handed.includes(row)).map((row) => ({ row, text: inboxWords.noSeat }))}
    />
  </>
);
