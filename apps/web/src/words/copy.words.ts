/** What the list of cases says that somebody told the reader of. */
export const copyWords = {
  all: '全部',
  unread: '未读',
  isUnread: '未读',
  none: '没有抄送给您的事项。',
  noneUnread: '没有未读的抄送。',
  send: '抄送',
  to: '抄送给',
  nobodyYet: '请选择抄送给谁。',
  note: '说明',
  optional: '可不填',
  opensNothing: '只列能看这一件的人；抄送不增加任何人的查看权限。',
  sent: (n: number) => `已抄送 ${n} 人。`,
  notSent: (name: string, reason: string) => `${name}：${reason}`,
  done: '完成',
  from: (name: string) => `${name} 抄送`,
} as const;
