import { words } from '../../words/words.js';
import type { ProcessView } from '../../client/api.js';

/** Under the name of a process: what its first step asks for. */
export const noteOf = ({ firstForm, units, isExercise }: ProcessView): string =>
  [isExercise && words.exercise, firstForm?.title, units.length > 1 && `${units.length} 个村`]
    .filter(Boolean)
    .join('，');
