/** Everything anyone can ask to do, with the words a refusal uses for it. */
export const actions = {
  'case.start': '发起事项',
  'case.read': '查看事项',
  'case.return': '退回事项',
  'case.cancel': '终止事项',
  'case.suspend': '暂停和恢复办理事项',
  'case.repair': '处置流程异常',
  'case.override': '跳过或调整步骤',
  'case.add-member': '加签减签',
  'case.activate-step': '启动临时步骤',
  'case.migrate': '迁移流程版本',
  'case.fast-forward': '快进演示时间',
  'user-task.read': '查看待办',
  'user-task.claim': '签收待办',
  'user-task.release': '退还待办',
  'user-task.hand-over': '转办待办',
  'user-task.complete': '办理待办',
  'deadline.read': '查看时限',
  'deadline.pause': '暂停时限',
  'deadline.extend': '延长时限',
  'supervision.read': '查看督办台',
  'case.urge': '催办',
  'supervision-order.issue': '下发督办单',
  'inspection.read': '查看公开检查',
  'inspection.record': '登记公开检查',
  'alert.read': '查看预警',
  'alert.acknowledge': '签收预警',
  'message.publish': '提交流程消息',
  'signal.broadcast': '发布流程信号',
  'notice.read': '查看公开事项',
  'objector.read': '查看异议人',
  'process.read': '查看流程',
  'process.publish': '发布流程',
  'audit.read': '查看留痕记录',
  'security-event.read': '查看安全日志',
  'account.invite': '管理账号',
  'second-factor.configure': '设定哪些岗位须用动态口令',
  'organization.read': '查看机构和人员',
  'queue.mend': '处置停放的任务',
  'ledger.read': '查看台账',
  'ledger-look.read': '查看台账的查看记录',
  'ledger.edit': '登记台账',
  'ledger-edit.read': '查看台账的登记申请',
  'ledger-edit.decide': '确认台账的登记',
  'channel.configure': '设置通知渠道',
} as const;

export type Action = keyof typeof actions;

export const allActions = Object.keys(actions) as Action[];

export const isAction = (value: unknown): value is Action =>
  typeof value === 'string' && Object.hasOwn(actions, value);
