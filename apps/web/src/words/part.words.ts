/** What the parts say that desk and phone share. */
export const partWords = {
  unconfirmed: '待镇确认',
  provisional: '暂定',
  dueAt: '应办结',
  paused: '已暂停',
  formerly: '原',
  walled: '限知悉人',
  steps: '步骤',
  uploadAgain: '重传',
} as const;
