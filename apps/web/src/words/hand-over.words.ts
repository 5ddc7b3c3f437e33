/** 转办, of one step and of many. */
export const handOverWords = {
  to: '转给',
  reason: '转办理由',
  missing: '请选择转给谁，并写明理由。',
} as const;
