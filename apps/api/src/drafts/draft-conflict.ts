import { Problem } from '../http/problem.js';

/** Another device of the same person, or another page, has saved meanwhile: nothing was written, the person decides. */
export const draftConflict = (): Problem =>
  new Problem(
    409,
    'draft-conflict',
    '草稿已变更',
    '这份草稿在别处又存过一次，没有覆盖。请看过以后选择保留哪一份。',
  );
