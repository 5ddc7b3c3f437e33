import type { Problem } from '@wuqing/bpmn-definition';
import type { ReadingRefusal } from '@wuqing/publication';
import { busy, invalid, type FieldProblem } from './problem.js';

/** What is answered about a file that was not read to the end: each fault by its element, or that too many are before it. */
export const fileProblem = (refusal: ReadingRefusal, what: '流程文件' | '决策文件'): Error =>
  refusal.reason === 'busy'
    ? busy('正在检查的文件较多，请稍后再试。')
    : invalid(refusal.problems.map(fieldOf), `${what}有问题，请按提示修改后再检查。`);

const fieldOf = ({ elementId, message }: Problem): FieldProblem => ({
  path: elementId === undefined ? '/xml' : `/xml#${elementId}`,
  message,
});
