import { extensionsNamed } from '@wuqing/bpmn-model';
import { withNewestCalendar } from '../command.repository.js';
import type { Work } from '../unit-of-work.js';
import type { CalledEntry } from './called-cases.js';
import type { EntryExtra } from './entry-extra.js';
import { hasEnded } from './rows-of-entry.js';

async function write(work: Work, { proposal: { caseId }, context: { process } }: CalledEntry): Promise<void> {
  const message = extensionsNamed(process.extensions, 'linkedCase')[0]?.attributes['ended'];
  if (message === undefined) return;
  await work.query(
    `INSERT INTO command (id, case_id, unit_id, actor_id, kind, body, body_hash, next_attempt_at, created_at)
     SELECT 'linked:' || l.case_id, s.case_id, s.unit_id, 'system:linked-case', 'CorrelateMessage',
       jsonb_build_object('command', jsonb_build_object(
         'type', 'CorrelateMessage', 'subscription', s.element_key, 'variables', '{}'::jsonb)) || ${withNewestCalendar}, '', now(), now()
     FROM case_link l
     JOIN message_subscription s ON s.case_id = l.first_case_id AND s.message_name = $2 AND s.closed_at IS NULL
     WHERE l.case_id = $1 ORDER BY s.opened_at LIMIT 1`,
    [caseId, message],
  );
}

/**
 * A linked case that ends tells the case it came out of, by the message that its process names
 * (`<wq:linkedCase ended="…"/>`): one command row in the entry's transaction, which the courier carries. A first case that
 * does not wait for it hears nothing.
 */
export const tellFirstCase: EntryExtra = { concerns: hasEnded, write };
