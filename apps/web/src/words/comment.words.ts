/** What readers of a case say to each other. */
export const commentWords = {
  title: '沟通、评论',
  count: (n: number) => `${n} 条`,
  none: '还没有人评论。',
  text: '评论',
  note: '能看这一件的人都看得到，写后不能改、不能删',
  say: '发表',
  me: '（我）',
} as const;
