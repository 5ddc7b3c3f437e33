/** What the list of cases says that somebody told the reader of. */
export const copyWords = {
  all: '全部',
  unread: '未读',
  isUnread: '未读',
  none: '没有抄送给您的事项。',
  noneUnread: '没有未读的抄送。',
  from: (name: string) => `${name} 抄送`,
} as const;
