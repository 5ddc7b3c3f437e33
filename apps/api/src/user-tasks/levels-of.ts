import { mayRead, type Resource } from '@wuqing/access';
import { readerLevels, type ReaderLevel } from '@wuqing/forms';
import type { Caller } from '../access/caller.js';

/** Levels of confidentiality that the caller reads of this case. */
export const levelsOf = (caller: Caller, resource: Resource): ReaderLevel[] =>
  readerLevels.filter((level) => mayRead(level, caller.access, resource));
