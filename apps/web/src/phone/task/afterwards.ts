import type { UserTaskDetailView } from '../../client/api.js';
import { phoneWords } from '../../words/phone.words.js';

/** What comes of submitting, as a sentence; nothing where the drawing leads nowhere else. */
export function afterwardsOf({ nextSteps }: UserTaskDetailView): string | undefined {
  const [next] = nextSteps;
  if (!next) return undefined;
  return next.who.length === 0
    ? phoneWords.afterwardsStep(next.name)
    : phoneWords.afterwards(next.who.join('、'), next.name, next.term);
}
