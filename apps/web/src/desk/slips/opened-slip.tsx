import { useMutation, useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useEffect, useRef } from 'react';
import { slipsLooksOptions, slipsOpen, type SlipView } from '../../client/api.js';
import { MetaLine } from '../../kit/meta-line.js';
import { shownMoment } from '../../kit/moment.js';
import { slipWords } from '../../words/slip.words.js';
import { Failure } from '../states/failure.js';
import './slips.css';

interface OpenedProps {
  readonly slip: SlipView;
  readonly onClose: () => void;
}

/** What is sealed, for as long as it is looked at: it is asked for anew each time, and kept nowhere. */
export function OpenedSlip({ slip: { id, number }, onClose }: OpenedProps) {
  const key = useRef(crypto.randomUUID());
  const { mutate, data, error } = useMutation({
    mutationFn: async () =>
      (await slipsOpen({ path: { id }, headers: { 'Idempotency-Key': key.current } })).data,
    gcTime: 0,
  });
  useEffect(() => mutate(), [mutate]);
  return (
    <Modal
      open
      width={640}
      title={slipWords.opened(number)}
      onCancel={onClose}
      footer={null}
      closable={{ 'aria-label': slipWords.close }}
    >
      <Failure error={error} />
      {data && (
        <div className="col g3">
          <p className="slip-content">{data.content}</p>
          <p className="s t3">{slipWords.openedNote}</p>
          <Looks id={id} />
        </div>
      )}
    </Modal>
  );
}

function Looks({ id }: { readonly id: string }) {
  const { data } = useQuery({ ...slipsLooksOptions({ path: { id } }), gcTime: 0 });
  if (!data) return null;
  return (
    <div className="s t2">
      <b>{slipWords.looks}</b>
      <div>
        <MetaLine
          facts={data.items.map(({ personName, at }) =>
            slipWords.looked(personName, shownMoment(at, new Date())),
          )}
        />
      </div>
    </div>
  );
}
