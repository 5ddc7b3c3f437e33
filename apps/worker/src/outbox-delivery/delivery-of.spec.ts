import { sealAddress } from '@wuqing/notifications';
import { deliveryOf, isWanted } from './delivery-of.js';
import type { DeliveryRow } from './delivery-rows.js';

const keys = { current: 'k', keys: { k: Buffer.alloc(32, 1) } };
const notification = {
  template: 'service-level-due',
  caseNumber: '2026-00012',
  taskName: '审批',
  dueOn: '2026-11-26',
  rung: 0,
  from: '',
} as const;
const base = {
  id: 'd',
  notificationId: 'n',
  personId: 'p',
  createdAt: new Date('2026-11-26T16:00:00Z'),
  takes: 'all',
  addressSealed: sealAddress('zhang@example.cn', 'p', keys),
} as const;
const step: DeliveryRow = { ...base, digestOn: null, taskId: 't', notification };
const figures = { open: 6, late: 1, dueToday: 0, dueTomorrow: 2, gathered: 1 };
const digest: DeliveryRow = { ...base, digestOn: '2026-11-29', figures };
const doors = { keys, publicUrl: 'https://wuqing.town.example' };

describe('deliveryOf', () => {
  it('names a step by number, name and term, and leads to its task', () => {
    expect(deliveryOf(step, [], doors)).toEqual({
      id: 'd',
      personId: 'p',
      address: 'zhang@example.cn',
      template: 'service-level-due',
      title: '五清：已超期',
      text: '事项 2026-00012「审批」已于 2026-11-26 到期未办结，请立即办理并说明原因。',
      link: 'https://wuqing.town.example/app/tasks/t',
      at: Date.parse('2026-11-26T16:00:00Z'),
      facts: { caseNumber: '2026-00012', taskName: '审批', dueOn: '2026-11-26', rung: 0 },
    });
  });

  it('names no step that is closed, in the text or beside it', () => {
    const closed = { ...step, notification: { ...notification, taskName: '' } };
    expect(JSON.stringify(deliveryOf(closed, [], doors))).not.toContain('审批');
  });

  it('names a paper by what it is called, and leads to its page', () => {
    const paper = {
      template: 'slip-sent',
      name: '清移〔2026〕3 号',
      dueOn: '2026-11-27',
      page: '/slips',
    } as const;
    expect(deliveryOf({ ...step, taskId: null, notification: paper }, [], doors)).toMatchObject({
      template: 'slip-sent',
      title: '五清：流转单待签收',
      text: '流转单 清移〔2026〕3 号 已送达，请于 2026-11-27 前签收。',
      link: 'https://wuqing.town.example/app/slips',
      facts: { name: '清移〔2026〕3 号', dueOn: '2026-11-27' },
    });
  });

  it('sums a day up', () => {
    expect(deliveryOf(digest, [notification], { ...doors, publicUrl: null })).toMatchObject({
      template: 'digest',
      title: '今日汇总 2026-11-29',
      text: expect.stringMatching(
        /^2026-11-29 今日汇总：6 件待办，1 件已超期，明天到期 2 件。\n事项 2026-00012/,
      ),
      link: null,
      facts: { open: 6, late: 1, dueToday: 0, dueTomorrow: 2 },
    });
  });

  it('opens no address that was sealed for somebody else', () => {
    expect(() => deliveryOf({ ...step, personId: 'q' }, [], doors)).toThrow(
      /^(?!.*zhang)Expected a wuqing contact address/,
    );
  });
});

describe('isWanted', () => {
  it.each([
    ['all', true, true],
    ['at-once', true, false],
    ['none', false, false],
    [null, false, false],
  ] as const)('%s: at once %s, digest %s', (takes, atOnce, inDigest) => {
    expect([isWanted({ ...step, takes }), isWanted({ ...digest, takes })]).toEqual([atOnce, inDigest]);
  });

  it('without an address: nothing', () => expect(isWanted({ ...step, addressSealed: null })).toBe(false));
});
