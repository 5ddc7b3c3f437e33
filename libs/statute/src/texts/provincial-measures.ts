import type { Edition, Statute } from '../statute.js';

/** Its own words were read and summed up, and are not at hand; whether it was amended after the law of 2025 is not known. */
const edition: Edition = {
  law: '山东省实施办法',
  edition: '2012',
  from: '2013-01-01',
  source: '山东省实施《中华人民共和国村民委员会组织法》办法（2012 年 11 月 29 日修订），要点摘录，不是原文',
  isLiteral: false,
};

/** 山东省实施《中华人民共和国村民委员会组织法》办法. */
export const provincialMeasures: readonly Statute[] = [
  {
    ...edition,
    article: '第十七条',
    paragraphs: ['召开村民会议，提前十日通知会议内容，并张榜公布。'],
  },
  {
    ...edition,
    article: '第二十条',
    paragraphs: [
      '须经村民会议讨论决定的事项，除村民会议认为应当由村民会议决定的其他事项外，可以授权村民代表会议讨论决定。',
    ],
  },
  {
    ...edition,
    article: '第二十四条',
    paragraphs: [
      '召开村民代表会议，提前五日将讨论决定的事项书面通知村民代表，并张榜公布。',
      '组成人员三分之二以上，并且妇女代表的三分之二以上参加，方可召开。',
      '没有村民会议授权或者不按程序作出的决定无效。',
    ],
  },
];
