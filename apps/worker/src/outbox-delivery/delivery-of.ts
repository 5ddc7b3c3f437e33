import {
  digestText,
  isOfPaper,
  openAddress,
  sentenceOf,
  type Delivery,
  type Notification,
} from '@wuqing/notifications';
import type { PayloadKeyRing } from '@wuqing/workflow-contracts/data-converter';
import type { DeliveryRow } from './delivery-rows.js';

export interface DeliveryDoors {
  readonly keys: PayloadKeyRing;
  readonly publicUrl: string | null;
}

/** Whether the person still wants it there. The town's own channel has no address, so nobody is asked of it. */
export function isWanted({ takes, addressSealed, digestOn }: DeliveryRow): boolean {
  return (
    addressSealed !== null && takes !== null && takes !== 'none' && (takes === 'all' || digestOn === null)
  );
}

/** What a channel carries. `gathered`: the first messages of a digest. Throws where the address cannot be opened. */
export function deliveryOf(
  row: DeliveryRow,
  gathered: readonly Notification[],
  { keys, publicUrl }: DeliveryDoors,
): Delivery {
  const { id, personId, addressSealed, createdAt } = row;
  const address = addressSealed === null ? null : openAddress(addressSealed, personId, keys);
  return { id, personId, address, at: createdAt.getTime(), ...saidIn(row, gathered, publicUrl) };
}

type Said = Pick<Delivery, 'template' | 'title' | 'text' | 'link' | 'facts'>;

function saidIn(row: DeliveryRow, gathered: readonly Notification[], publicUrl: string | null): Said {
  const link = (path: string) => (publicUrl === null ? null : `${publicUrl}/app${path}`);
  if (row.digestOn !== null) {
    const { gathered: gatheredInAll, ...counts } = row.figures;
    const text = digestText({ ...counts, on: row.digestOn, gathered, gatheredInAll });
    return {
      template: 'digest',
      title: `今日汇总 ${row.digestOn}`,
      text,
      link: link('/'),
      facts: { ...counts },
    };
  }
  const { notification } = row;
  return {
    template: notification.template,
    title: titles[notification.template],
    text: sentenceOf(notification),
    link: link(isOfPaper(notification) ? notification.page : `/tasks/${row.taskId}`),
    facts: factsOf(notification),
  };
}

function factsOf(notification: Notification): Delivery['facts'] {
  const term = notification.dueOn !== '' && { dueOn: notification.dueOn };
  if (isOfPaper(notification)) return { name: notification.name, ...term };
  const { caseNumber, rung, taskName } = notification;
  return { caseNumber, rung, ...(taskName !== '' && { taskName }), ...term };
}

/** Of a mail; the sentence is below. */
const titles: Readonly<Record<Notification['template'], string>> = {
  'service-level-opened': '五清：步骤开始办理',
  'service-level-warn': '五清：时限将到',
  'service-level-due': '五清：已超期',
  'service-level-rung': '五清：超期督办',
  'service-level-outside': '五清：超期督办',
  urged: '五清：催办',
  'handed-over': '五清：转办',
  'slip-sent': '五清：流转单待签收',
  'ledger-edit-waits': '五清：台账登记待确认',
  'letter-issued': '五清：函件待答复',
};
