import { InstanceDriver, end, exclusive, flow, path, processOf, start, userTask } from '@wuqing/testing';
import { variableChoices } from './variable-choices.js';

const process = processOf(
  'p',
  [
    start('s'),
    exclusive('how-much'),
    userTask('small'),
    userTask('large'),
    end('e'),
    ...path('s', 'how-much'),
    flow('how-much', 'small', { when: 'amount < 10' }),
    flow('how-much', 'large', { when: 'amount >= 10' }),
    ...path('small', 'e'),
    ...path('large', 'e'),
  ],
  ['passed', 'amount'],
);
const form = {
  schema: { properties: { amount: { title: '造价（元）', type: 'integer' }, kind: { enum: ['甲', '乙'] } } },
};

describe('variables to mend', () => {
  it('come first where the stuck step reads them, and say only whether they have a value', () => {
    const instance = new InstanceDriver(process);
    instance.start({ passed: true });
    const incidents = [{ elementId: 'how-much' }];
    const facts = { process, state: instance.state, reads: process.reads, forms: [form], incidents };
    expect(variableChoices(facts)).toEqual([
      {
        name: 'amount',
        title: '造价（元）',
        schema: { title: '造价（元）', type: 'integer' },
        isSet: false,
        readBy: ['how-much'],
      },
      { name: 'passed', title: 'passed', schema: null, isSet: true, readBy: [] },
    ]);
  });
});
