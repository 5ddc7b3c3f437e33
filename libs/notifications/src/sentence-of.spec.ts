import { sentenceOf } from './sentence-of.js';
import type { StepNotification } from './notification.js';

const notification: StepNotification = {
  template: 'service-level-warn',
  caseNumber: '2026-00012',
  taskName: '立项登记',
  dueOn: '2026-08-31',
  rung: 0,
  from: '',
};

describe('sentenceOf', () => {
  it.each([
    ['slip-sent', '清移〔2026〕3 号', '流转单 清移〔2026〕3 号 已送达，请于 2026-08-31 前签收。'],
    ['letter-issued', '清提〔2026〕3 号', '函 清提〔2026〕3 号 已送达，请于 2026-08-31 前书面答复。'],
    ['ledger-edit-waits', '授权清单', '台账《授权清单》有一项手工登记，请确认或者退回。'],
  ] as const)('of a paper, %s', (template, name, sentence) => {
    expect(sentenceOf({ template, name, dueOn: '2026-08-31', page: '/slips' })).toBe(sentence);
  });

  it.each([
    ['service-level-opened', 0, '事项 2026-00012「立项登记」已开始办理，请予关注。'],
    ['service-level-warn', 0, '事项 2026-00012「立项登记」将于 2026-08-31 到期，请抓紧办理。'],
    ['service-level-due', 0, '事项 2026-00012「立项登记」已于 2026-08-31 到期未办结，请立即办理并说明原因。'],
    ['service-level-rung', 2, '事项 2026-00012「立项登记」于 2026-08-31 到期仍未办结，已升级至第 2 级督办。'],
    [
      'service-level-outside',
      2,
      '事项 2026-00012 于 2026-08-31 到期仍未办结，请只将编号和期限报告上级机关。',
    ],
  ] as const)('%s', (template, rung, sentence) => {
    expect(sentenceOf({ ...notification, template, rung })).toBe(sentence);
  });

  it.each([
    ['2026-08-31', '纪委办催办：事项 2026-00012「立项登记」应于 2026-08-31 前办结，请抓紧办理。'],
    ['', '纪委办催办：事项 2026-00012「立项登记」尚未办结，请抓紧办理。'],
  ])('urged, due on %j', (dueOn, sentence) => {
    expect(sentenceOf({ ...notification, template: 'urged', from: '纪委办', dueOn })).toBe(sentence);
  });

  it.each([
    ['2026-08-31', '柳河村转办：事项 2026-00012「立项登记」转给您办理，应于 2026-08-31 前办结。'],
    ['', '柳河村转办：事项 2026-00012「立项登记」转给您办理。'],
  ])('handed over, due on %j', (dueOn, sentence) => {
    expect(sentenceOf({ ...notification, template: 'handed-over', from: '柳河村', dueOn })).toBe(sentence);
  });

  it('names no step that is closed', () => {
    const sentence = '事项 2026-00012 有一个步骤将于 2026-08-31 到期，请抓紧办理。';
    expect(sentenceOf({ ...notification, taskName: '' })).toBe(sentence);
  });
});
