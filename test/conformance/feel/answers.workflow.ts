import type { JsonObject } from '@wuqing/kernel';
import { answersTo } from './answers.js';

/** The same question in the sandbox of a Temporal workflow. */
export const answers = (expressions: readonly JsonObject[]): Promise<string[]> =>
  Promise.resolve(answersTo(expressions));
