import type { MessageRow } from '@wuqing/persistence';
import type { Known } from '../visibility/known.js';
import type { MessageView } from './dto/publish-message.dto.js';
import { shownMoment } from '../http/shown-moment.js';

/** Its content stays where it is: whoever published it knows it, and nobody else needs it. */
export const messageViewOf = ({ id, name, state, caseId, expiresAt }: Known<MessageRow>): MessageView => ({
  id,
  name,
  state,
  caseId,
  expiresAt: shownMoment(expiresAt),
});
