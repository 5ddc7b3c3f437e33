/** A form on paper. */
export const printWords = {
  print: '打印',
  back: '返回',
  empty: '还没有填写内容。',
  blank: (title: string) => `${title}（空白）`,
  draft: '草稿，未提交',
  of: (step: string) => `打印 ${step}`,
} as const;
