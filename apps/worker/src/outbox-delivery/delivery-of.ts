import {
  digestText,
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
  const { template, caseNumber, taskName, dueOn, rung } = row.notification;
  return {
    template,
    title: titles[template],
    text: sentenceOf(row.notification),
    link: link(`/tasks/${row.taskId}`),
    facts: {
      caseNumber,
      rung,
      ...(taskName !== '' && { taskName }),
      ...(dueOn !== '' && { dueOn }),
    },
  };
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
};
