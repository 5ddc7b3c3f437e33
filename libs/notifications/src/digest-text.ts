import type { Digest } from './notification.js';
import { sentenceOf } from './sentence-of.js';

/** So many messages are told one by one; how many more there are is said. */
export const LINES_MAX = 20;
/** What is counted further than this is said as more. */
export const COUNTED_MAX = 9_999;

const said = (count: number): string => (count > COUNTED_MAX ? `${COUNTED_MAX} 件以上` : `${count} 件`);

/** 「6 件待办，1 件已超期，明天到期 2 件。」 */
export function digestSentence({
  open,
  late,
  dueToday,
  dueTomorrow,
}: Pick<Digest, 'open' | 'late' | 'dueToday' | 'dueTomorrow'>): string {
  const parts = [
    open > 0 ? `${said(open)}待办` : '没有待办',
    ...(late > 0 ? [`${said(late)}已超期`] : []),
    ...(dueToday > 0 ? [`今天到期 ${said(dueToday)}`] : []),
    ...(dueTomorrow > 0 ? [`明天到期 ${said(dueTomorrow)}`] : []),
  ];
  return `${parts.join('，')}。`;
}

/** The whole digest as it leaves our walls, line by line. */
export function digestText(digest: Digest): string {
  const { on, gathered, gatheredInAll } = digest;
  const more = gatheredInAll - gathered.length;
  return [
    `${on} 今日汇总：${digestSentence(digest)}`,
    ...gathered.map(sentenceOf),
    ...(more > 0 ? [`另有 ${more} 条，请登录查看。`] : []),
  ].join('\n');
}
