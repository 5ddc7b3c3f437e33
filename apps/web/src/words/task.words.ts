/** The page of a step. */
export const taskWords = {
  more: '更多',
  return: '退回补正',
  claim: '签收',
  release: '退签',
  handOver: '转办',
  handOverLead: '转给能签收这一步的同事，由他接着办；已填的草稿一并转过去。',
  handedTo: (name: string) => `已转办给${name}`,
  submitted: '已提交',
  noReceiver: '没有别人可以办理这一步。',
  openCase: '看整个事项',
  print: '打印本步',
  printBlank: '打印空白表',
  urgedBy: (name: string, moment: string) => `${name} ${moment} 催办`,
  urgedTimes: (count: number) => `共 ${count} 次`,
  couldNot: '没有办成',
  close: '关闭',
  term: (length: number, unit: string, from: string) =>
    `${length} ${unit === '日' ? '日' : `个${unit}`}，自 ${from} 起`,
  queuedLong: '已等了两分钟，还在排队。不用再提交，可以先办别的；请把这一件告诉系统管理员。',
} as const;
