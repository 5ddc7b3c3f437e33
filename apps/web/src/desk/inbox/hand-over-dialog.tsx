import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import {
  handOverList,
  handOverPerform,
  type ReceiverView,
  type UserTaskDetailView,
} from '../../client/api.js';
import { Labelled } from '../../kit/labelled.js';
import { formWords } from '../../words/form.words.js';
import { taskWords } from '../../words/task.words.js';
import { Failure } from '../states/failure.js';
import { Answer } from '../states/page-states.js';

const REASON_MAX = 200;

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
  const [personId, setPerson] = useState<string>();
  const [reason, setReason] = useState('');
  const hand = useHandingOver(task);
  const send = (event: React.FormEvent) => {
    event.preventDefault();
    if (personId !== undefined && !hand.isPending) hand.mutate({ personId, reason: reason.trim() });
  };
  return (
    <form className="col g3" onSubmit={send}>
      <p className="t2">{taskWords.handOverLead}</p>
      <Failure error={hand.error} listed />
      <Labelled title={taskWords.handTo} note={formWords.required}>
        <Select
          className="wide"
          value={personId ?? null}
          placeholder={formWords.choose}
          showSearch={{
            filterOption: (typed, option) => option?.found.includes(typed.trim().toLowerCase()) ?? false,
          }}
          options={receivers.map(({ id, name, initials, unitName }) => ({
            value: id,
            label: `${name}　${unitName}`,
            found: `${name} ${initials} ${unitName}`.toLowerCase(),
          }))}
          onChange={setPerson}
        />
      </Labelled>
      <Labelled title={taskWords.handReason} note={formWords.required}>
        <Input.TextArea
          value={reason}
          maxLength={REASON_MAX}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={({ target }) => setReason(target.value)}
        />
      </Labelled>
      <div className="row">
        <Button
          type="primary"
          htmlType="submit"
          loading={hand.isPending}
          disabled={personId === undefined || reason.trim() === ''}
        >
          {taskWords.handOver}
        </Button>
        {(personId === undefined || reason.trim() === '') && (
          <span className="s t3">{taskWords.handMissing}</span>
        )}
      </div>
    </form>
  );
}

/** Asked again after a lost answer it changes nothing; afterwards the step is another's. */
function useHandingOver(task: UserTaskDetailView) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (to: { readonly personId: string; readonly reason: string }) =>
      handOverPerform({ path: { id: task.id }, body: { rowVersion: task.rowVersion, ...to } }),
    onSuccess: async () => {
      await navigate({ to: '/inbox', search: {} });
      await client.invalidateQueries();
    },
  });
}
