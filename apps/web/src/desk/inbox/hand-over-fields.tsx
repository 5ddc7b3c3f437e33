import { Input } from 'antd';
import { REASON_MAX, type HandOverOrder } from '../../forms/hand-over-order.js';
import type { Pickable } from '../../forms/pickable.js';
import { Labelled } from '../../kit/labelled.js';
import { formWords } from '../../words/form.words.js';
import { handOverWords } from '../../words/hand-over.words.js';
import { PickOne } from '../forms/pick-one.js';

interface FieldsProps {
  readonly receivers: readonly Pickable[];
  readonly order: HandOverOrder;
  readonly onChange: (order: HandOverOrder) => void;
}

export const HandOverFields = ({ receivers, order, onChange }: FieldsProps) => (
  <>
    <Labelled title={handOverWords.to} note={formWords.required}>
      <PickOne
        value={order.personId}
        options={receivers}
        onChange={(personId) => onChange({ ...order, personId })}
      />
    </Labelled>
    <Labelled title={handOverWords.reason} note={formWords.required}>
      <Input.TextArea
        value={order.reason}
        maxLength={REASON_MAX}
        autoSize={{ minRows: 2, maxRows: 6 }}
        onChange={({ target }) => onChange({ ...order, reason: target.value })}
      />
    </Labelled>
  </>
);
