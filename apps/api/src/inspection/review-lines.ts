/** 线上审: the ten lines, in the order of the page. What they ask is data of the town 「待镇确认」. */
export const reviewLines = [
  { key: 'on-time', title: '按期公开' },
  { key: 'complete', title: '该公开的都在' },
  { key: 'itemized', title: '逐项逐笔，与账一致' },
  { key: 'reviewed-before', title: '村监会审查在公开之前' },
  { key: 'signed', title: '三方签字齐' },
  { key: 'long-enough', title: '公开期不少于 15 日' },
  { key: 'photo-whole', title: '照片有二维码和全栏' },
  { key: 'board-as-online', title: '栏上与网上一致' },
  { key: 'masked', title: '个人信息已脱敏' },
  { key: 'mended', title: '上次整改已落实' },
] as const;

export type ReviewKey = (typeof reviewLines)[number]['key'];
export const reviewKeys: readonly ReviewKey[] = reviewLines.map(({ key }) => key);
