import type { CaseCommentRow } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { shownMoment } from '../http/shown-moment.js';
import type { Known } from '../visibility/known.js';
import type { CommentView } from './dto/comment.view.js';

export const commentViewOf = (
  { id, authorId, authorName, text, saidAt }: Known<CaseCommentRow>,
  { personId }: Caller,
): CommentView => ({ id, by: authorName, mine: authorId === personId, at: shownMoment(saidAt), text });
