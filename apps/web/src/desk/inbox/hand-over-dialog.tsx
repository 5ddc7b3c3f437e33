import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import {
  handOverList,
  handOverPerform,
  type ReceiverView,
  type UserTaskDetailView,
} from '../../client/api.js';
import { isWhole, NOBODY_YET } from '../../forms/hand-over-order.js';
import { handOverWords } from '../../words/hand-over.words.js';
import { taskWords } from '../../words/task.words.js';
import { Failure } from '../states/failure.js';
import { Answer } from '../states/page-states.js';
import { useTellDone } from '../states/tell-done.js';
import { HandOverFields } from './hand-over-fields.js';

interface DialogProps {
  readonly task: UserTaskDetailView;
  readonly onClose: () => void;
}

/** 转办: to a colleague who could take the step himself, with a reason that the records keep; the draft goes with it. */
export function HandOverDialog({ task, onClose }: DialogProps) {
  const receivers = useQuery({
    queryKey: ['receivers', task.id],
    queryFn: async () => (await handOverList({ body: { taskIds: [task.id] } })).data.items,
  });
  return (
    <Modal
      open
      title={taskWords.handOver}
      footer={null}
      onCancel={onClose}
      closable={{ 'aria-label': taskWords.close }}
    >
      <Answer query={receivers}>
        {(items) =>
          items.length === 0 ? <p>{taskWords.noReceiver}</p> : <HandOverForm task={task} receivers={items} />
        }
      </Answer>
    </Modal>
  );
}

interface FormProps {
  readonly task: UserTaskDetailView;
  readonly receivers: readonly ReceiverView[];
}

function HandOverForm({ task, receivers }: FormProps) {
  const [order, setOrder] = useState(NOBODY_YET);
  const hand = useHandingOver(task, receivers);
  const send = (event: React.FormEvent) => {
    event.preventDefault();
    if (isWhole(order) && !hand.isPending) hand.mutate({ ...order, reason: order.reason.trim() });
  };
  return (
    <form className="col g3" onSubmit={send}>
      <p className="t2">{taskWords.handOverLead}</p>
      <Failure error={hand.error} />
      <HandOverFields
        receivers={receivers.map(({ unitName, ...one }) => ({ ...one, note: unitName }))}
        order={order}
        onChange={setOrder}
      />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={hand.isPending} disabled={!isWhole(order)}>
          {taskWords.handOver}
        </Button>
        {!isWhole(order) && <span className="s t3">{handOverWords.missing}</span>}
      </div>
    </form>
  );
}

/** Asked again after a lost answer it changes nothing; afterwards the step is another's. */
function useHandingOver(task: UserTaskDetailView, receivers: readonly ReceiverView[]) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const tellDone = useTellDone();
  return useMutation({
    mutationFn: (to: { readonly personId: string; readonly reason: string }) =>
      handOverPerform({ path: { id: task.id }, body: { rowVersion: task.rowVersion, ...to } }),
    onSuccess: async (_answer, { personId }) => {
      await navigate({ to: '/inbox', search: {} });
      const to = receivers.find((one) => one.id === personId);
      if (to) tellDone(taskWords.handedTo(to.name));
      await client.invalidateQueries();
    },
  });
}
