import type { Finding } from './online-findings.js';
import type { OnsiteKey } from './review-lines.js';

/** What is known of the photos of a notice on its board; days 'YYYY-MM-DD'. */
export interface BoardFacts {
  /** Of each photo the day on which it was taken; null where the photo does not say, or not to this reader. */
  readonly takenOn: readonly (string | null)[];
  readonly fromOn: string | null;
  readonly toOn: string | null;
}

/** What can be told of a board before a person looks at its photos: next to nothing. Pure. */
export function onsiteFindingsOf(facts: BoardFacts): Readonly<Record<OnsiteKey, Finding>> {
  const seen: Finding =
    facts.takenOn.length === 0
      ? { verdict: 'fail', text: '没有照片' }
      : { verdict: 'look', text: `有 ${facts.takenOn.length} 张照片，请看照片` };
  return {
    'whole-board': seen,
    'board-sound': seen,
    readable: seen,
    'still-hanging': stillHanging(facts),
    'photo-as-online': seen,
  };
}

function stillHanging({ takenOn, fromOn, toOn }: BoardFacts): Finding {
  if (takenOn.length === 0) return { verdict: 'fail', text: '没有照片' };
  const days = [...new Set(takenOn.filter((day) => day !== null))].sort();
  if (days.length === 0) return { verdict: 'look', text: '照片没有拍摄时间，请到现场看' };
  if (fromOn === null || toOn === null)
    return { verdict: 'look', text: `拍摄于 ${days.join('、')}，没有写明公开起止日` };
  const text = `拍摄于 ${days.join('、')}，公开期自 ${fromOn} 至 ${toOn}`;
  const outside = days.every((day) => day < fromOn || day > toOn);
  return outside
    ? { verdict: 'fail', text: `${text}，没有公开期内的照片` }
    : { verdict: 'look', text: `${text}，请看是否一直在栏上` };
}
