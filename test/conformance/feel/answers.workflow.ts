import type { Ast } from '@wuqing/expression';
import { answersTo } from './answers.js';

/** The same question in the sandbox of a Temporal workflow. */
export const answers = (expressions: readonly Ast[]): Promise<string[]> =>
  Promise.resolve(answersTo(expressions));
