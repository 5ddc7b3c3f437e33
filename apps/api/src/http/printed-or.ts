import type { PressAnswer } from '@wuqing/paper';
import { Problem, busy } from './problem.js';

/** The paper, or why there is none. */
export function printedOr(answer: PressAnswer): Uint8Array {
  if ('pdf' in answer) return answer.pdf;
  if (answer.refused === 'busy') throw busy('正在制作的文书较多，请稍后再试。');
  throw new Problem(503, 'too-much', '文书过大', '文书内容过多，没能在规定时间内制成，请联系系统管理员。');
}
