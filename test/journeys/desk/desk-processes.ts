import {
  adHoc,
  callActivity,
  each,
  end,
  exclusive,
  flow,
  path,
  processOf,
  sequenceOf,
  start,
  userTask,
} from '@wuqing/testing';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { draw } from '../../harness/draw.js';
import type { Product } from '../../harness/product.js';
import { openForm, publishProcess } from '../../harness/publish.js';

const clerk = (name: string) => ({ candidateGroups: '"village-clerk"', name });
const named = (process: ExecutableProcess, name: string): ExecutableProcess => ({ ...process, name });

/** Stuck at once: nothing has said how much it costs. */
const works = named(
  processOf(
    'works',
    [
      start('start', { name: '提出' }),
      exclusive('how-much', { name: '造价分档' }),
      userTask('small', clerk('村内办理')),
      userTask('large', clerk('报镇审核')),
      end('end'),
      ...path('start', 'how-much'),
      flow('how-much', 'small', { when: 'amount < 10' }),
      flow('how-much', 'large', { when: 'amount >= 10' }),
      ...path('small', 'end'),
      ...path('large', 'end'),
    ],
    ['amount', 'deposit'],
  ),
  '工程报批',
);

const signing = named(
  sequenceOf('signing', [
    each(userTask('sign', clerk('会签')), { cardinality: '2' }),
    adHoc('visits', [userTask('call', clerk('电话核实')), userTask('visit', clerk('上门核实'))], {
      active: '["call"]',
      name: '核实',
    }),
  ]),
  '会签核实',
);

/** Two calls deep: the case at the top has no step of its own. */
const inspection = named(sequenceOf('inspection', [userTask('inspect', clerk('现场验收'))]), '现场验收');
const stage = named(
  sequenceOf('stage', [callActivity('accept', 'inspection', { name: '验收' })]),
  '工程分段',
);
const road = named(
  sequenceOf('road', [callActivity('build', 'stage', { name: '施工' }), userTask('close', clerk('结算'))]),
  '道路硬化',
);

const leaseOf = (id: string, name: string): ExecutableProcess =>
  named(sequenceOf('lease', [userTask(id, clerk(name)), userTask('sign', clerk('签订合同'))]), '资产出租');

const amountForm = {
  ...openForm('works', { amount: 'integer' }),
  schema: {
    type: 'object',
    properties: { amount: { type: 'integer', title: '造价（万元）', 'x-reader': 'V' } },
  },
};

export async function publishDeskProcesses(product: Product): Promise<void> {
  await publishProcess(product, works, draw(works), [amountForm]);
  for (const process of [signing, inspection, stage, road, leaseOf('bid', '竞价')])
    await publishProcess(product, process, draw(process));
}

/** Another version, whose first step bears this id: who moves a case there may have to say which step goes on where. */
export async function publishLease(product: Product, firstStep: string, name: string): Promise<void> {
  const process = leaseOf(firstStep, name);
  await publishProcess(product, process, draw(process));
}
