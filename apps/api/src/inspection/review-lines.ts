/** 线上审：the page as it is on the net; 线下看：the photos of what hangs on the board. */
export const reviewKinds = ['online', 'onsite'] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/** What is looked at, in the order of the page. What they ask is data of the town 「待镇确认」. */
export const reviewLines = {
  online: [
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
  ],
  onsite: [
    { key: 'whole-board', title: '拍到整块公开栏和每一张' },
    { key: 'board-sound', title: '公开栏完好' },
    { key: 'readable', title: '内容清楚能读' },
    { key: 'still-hanging', title: '公开期内没有撤下' },
    { key: 'photo-as-online', title: '栏上与网上一致' },
  ],
} as const;

export type ReviewKey = (typeof reviewLines)[ReviewKind][number]['key'];
export type OnlineKey = (typeof reviewLines)['online'][number]['key'];
export type OnsiteKey = (typeof reviewLines)['onsite'][number]['key'];

export const keysOf = (kind: ReviewKind): readonly ReviewKey[] => reviewLines[kind].map(({ key }) => key);
export const reviewKeys: readonly ReviewKey[] = reviewKinds.flatMap(keysOf);
