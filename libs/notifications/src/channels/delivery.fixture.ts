import type { Delivery } from './channel.js';

/** A message as specs send it. */
export const sampleDelivery: Delivery = {
  id: '0198c0de-0000-7000-8000-000000000001',
  personId: '0198c0de-0000-7000-8000-000000000002',
  address: null,
  template: 'service-level-due',
  title: '五清：已超期',
  text: '事项 2026-00012「立项登记」已于 2026-08-31 到期未办结，请立即办理并说明原因。',
  link: 'https://wuqing.town.example/app/tasks/7',
  at: Date.parse('2026-08-31T16:00:00Z'),
  facts: { caseNumber: '2026-00012', taskName: '立项登记', dueOn: '2026-08-31', rung: 0 },
};
