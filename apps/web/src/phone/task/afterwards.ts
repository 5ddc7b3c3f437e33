import type { NextStepView } from '../../client/api.js';
import { phoneWords } from '../../words/phone.words.js';

/** What comes of submitting, as a sentence; nothing where that is not said yet. */
export function afterwardsOf(next: NextStepView | null): string | undefined {
  if (!next) return undefined;
  return next.who.length === 0
    ? phoneWords.afterwardsStep(next.name)
    : phoneWords.afterwards(next.who.join('、'), next.name, next.term);
}
