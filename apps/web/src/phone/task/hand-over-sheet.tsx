import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { handOverList, handOverPerform, type UserTaskDetailView } from '../../client/api.js';
import { isWhole, NOBODY_YET, REASON_MAX } from '../../forms/hand-over-order.js';
import { useFound } from '../../forms/use-found.js';
import { Labelled } from '../../kit/labelled.js';
import { handOverWords } from '../../words/hand-over.words.js';
import { taskWords } from '../../words/task.words.js';
import { PickList } from '../forms/pick-field.js';
import { Sheet } from '../parts/sheet.js';
import { useGo } from '../parts/to.js';
import { PhoneFailure } from '../shell/page-states.js';

interface HandOverProps {
  readonly task: UserTaskDetailView;
  readonly onClose: () => void;
}

/** 转办: to a colleague who could take the step himself, with a reason that the records keep; the draft goes with it. */
export function HandOverSheet({ task, onClose }: HandOverProps) {
  const finding = useFound(['receivers', task.id], async () => {
    const { items } = (await handOverList({ body: { taskIds: [task.id] } })).data;
    return { items: items.map(({ unitName, ...one }) => ({ ...one, note: unitName })), more: false };
  });
  const [order, setOrder] = useState(NOBODY_YET);
  const [isAsked, setAsked] = useState(false);
  const hand = useHandingOver(task);
  const picked = finding.items.filter(({ id }) => id === order.personId);
  const send = () => {
    setAsked(true);
    if (isWhole(order)) hand.mutate({ ...order, reason: order.reason.trim() });
  };
  return (
    <Sheet title={taskWords.handOver} onClose={onClose}>
      <PhoneFailure error={hand.error} />
      <div className="col g3">
        <p className="t2">{taskWords.handOverLead}</p>
        <div className="fld">
          <span className="lab">{handOverWords.to}</span>
          <PickList
            id="receiver"
            finding={finding}
            isList={false}
            picked={picked}
            onToggle={({ id }) => setOrder({ ...order, personId: id })}
          />
        </div>
        <Labelled title={handOverWords.reason}>
          <textarea
            className="ta"
            rows={2}
            maxLength={REASON_MAX}
            value={order.reason}
            onChange={({ target }) => setOrder({ ...order, reason: target.value })}
          />
        </Labelled>
        {isAsked && !isWhole(order) && (
          <p className="msg err" role="alert">
            {handOverWords.missing}
          </p>
        )}
        <button type="button" className="btn pri blk" disabled={hand.isPending} onClick={send}>
          {taskWords.handOver}
        </button>
      </div>
    </Sheet>
  );
}

/** Asked again after a lost answer it changes nothing; afterwards the step is another's. */
function useHandingOver(task: UserTaskDetailView) {
  const client = useQueryClient();
  const go = useGo();
  return useMutation({
    mutationFn: (to: { readonly personId: string; readonly reason: string }) =>
      handOverPerform({ path: { id: task.id }, body: { rowVersion: task.rowVersion, ...to } }),
    onSuccess: async () => {
      go('/inbox', { replace: true });
      await client.invalidateQueries();
    },
  });
}
