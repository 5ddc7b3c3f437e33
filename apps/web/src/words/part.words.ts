/** What the parts say that desk and phone share. */
export const partWords = {
  unconfirmed: '待镇确认',
  provisional: '暂定',
  dueAt: '应办结',
  paused: '已暂停',
  formerly: '原',
  walled: '限知悉人',
  steps: '步骤',
  product: '五清',
  yuan: '元',
  gone: '已不在列表里',
  newTasks: (count: number) => `有 ${count} 件新待办`,
  uploadAgain: '重传',
  pause: '暂停',
  resume: '继续',
  photo: (at: number) => `照片 ${at}`,
  waitsForNetwork: '等待网络',
} as const;
