import type { AccessTokenView } from '../client/api.js';

/** By what other systems come in. */
export const tokenWords = {
  title: '接口令牌',
  lead: '供其他系统读取事项或提交消息。令牌只能做所选范围内的事，看不到限定知情的事项和身份信息。',
  none: '还没有发过接口令牌。',
  create: '新发令牌',
  name: '对接的系统',
  unit: '单位范围',
  unitHint: '只能看到这个单位和它下属单位的事项。',
  findUnit: '选择单位',
  scopes: '可以做什么',
  days: '有效天数（1–365）',
  shownOnce: '令牌只显示这一次，请当面交给对接系统的负责人：',
  done: '已抄下，关闭',
  revoke: '吊销',
  sure: (name: string) => `确定吊销「${name}」的令牌吗？`,
  sureHint: '对接的系统立即不能再访问，吊销后不能恢复。',
  until: (moment: string) => `有效至 ${moment}`,
  used: (moment: string) => `最近使用 ${moment}`,
  unused: '未使用过',
  by: (who: string) => `${who}发`,
} as const;

export const scopeWords: Readonly<Record<string, string>> = {
  'cases.read': '查看事项和时限',
  'figures.read': '查看督办台的数字',
  'messages.send': '提交流程消息',
};

export const tokenStateWords: Readonly<Record<AccessTokenView['state'], string>> = {
  active: '有效',
  expired: '已过期',
  revoked: '已吊销',
};
