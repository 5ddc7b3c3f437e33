import { isWalled } from '@wuqing/access';
import { assert, instant, required } from '@wuqing/kernel';
import { urgencyOf, type ChannelName } from '@wuqing/notifications';
import type { OrganizationIndex } from '@wuqing/organization';
import type { DueRow, StepLevels, Work } from '@wuqing/persistence';
import { localDateOf } from '@wuqing/working-calendar';
import { ZONE } from '../start-context.js';
import { markDelivered, readTold, readToldPapers, type ToldPaperRow, type ToldRow } from './outbox-rows.js';
import { toldOfPaper, toldPersons } from './told-persons.js';

/** What is told of a step that may have no term. */
const WITHOUT_A_TERM: ReadonlySet<string> = new Set(['urged', 'handed-over']);

export interface TellingDoors {
  readonly organizationAt: (work: Work, now: number) => Promise<OrganizationIndex>;
  readonly levels: StepLevels;
  /** Channels that are on. */
  readonly channels: readonly ChannelName[];
}

/**
 * From rows of the outbox to messages of persons and their ways through the channels, in the caller's transaction: whatever is
 * told stands once in each person's messages, and once in each channel that he chose. What waits for the digest has no way yet.
 */
export async function tellPersons(
  work: Work,
  due: readonly DueRow[],
  now: number,
  { organizationAt, levels, channels }: TellingDoors,
): Promise<void> {
  const rows = await readTold(work, due);
  const papers = await readToldPapers(work, due);
  assert(
    rows.length + papers.length === due.length,
    `Expected a step or a paper of ${due.length} notifications, found ${rows.length} and ${papers.length}`,
  );
  const closed = await levels.of(work, rows);
  const organization = await organizationAt(work, now);
  const on = localDateOf(instant(now), ZONE);
  const ofSteps = rows.flatMap((row, index) => {
    const level = required(closed[index], `the level of ${row.elementId}`);
    return toldPersons(row, level, organization, on).map((person) => ({
      ...person,
      ...messageOf(row, isWalled(level)),
    }));
  });
  const ofPapers = papers.flatMap((row) =>
    toldOfPaper(row, organization, on).map((person) => ({ ...person, ...paperMessageOf(row) })),
  );
  const messages = [...ofSteps, ...ofPapers];
  if (messages.length > 0) await insertMessages(work, messages, now, channels);
  await markDelivered(work, due);
}

function messageOf(row: ToldRow, isNameless: boolean) {
  const { id, caseId, unitId, template, rung, userTaskId, clockId, from } = row;
  const urgency = urgencyOf(template);
  assert(urgency !== undefined, `Expected a template of notifications, found ${template}`);
  assert(WITHOUT_A_TERM.has(template) || clockId !== null, `Expected a term of notification ${id}`);
  const detail = {
    userTaskId,
    rung,
    ...(clockId !== null && { clockId }),
    ...(from !== null && { from }),
    ...(isNameless && { nameless: true }),
  };
  return { outboxId: id, caseId, unitId, template, urgency, detail };
}

function paperMessageOf({ id, template, recipientUnitId, paper }: ToldPaperRow) {
  const urgency = urgencyOf(template);
  assert(urgency !== undefined, `Expected a template of notifications, found ${template}`);
  const { paperId, name, dueOn, page } = paper;
  const detail = { paperId, name, page, ...(dueOn !== null && { dueOn }) };
  return { outboxId: id, caseId: null, unitId: recipientUnitId, template, urgency, detail };
}

async function insertMessages(
  work: Work,
  messages: readonly object[],
  now: number,
  channels: readonly ChannelName[],
): Promise<void> {
  await work.query(
    `WITH told AS (
       INSERT INTO personal_notification (outbox_id, person_id, on_behalf_of, case_id, unit_id, template, urgency, detail, created_at)
       SELECT "outboxId", "personId", "onBehalfOf", "caseId", "unitId", template, urgency, detail, to_timestamp($2 / 1000.0)
       FROM jsonb_to_recordset($1) AS t ("outboxId" bigint, "personId" uuid, "onBehalfOf" uuid, "caseId" uuid, "unitId" uuid,
         template text, urgency text, detail jsonb)
       RETURNING id, case_id, person_id, urgency
     )
     INSERT INTO notification_delivery (notification_id, case_id, person_id, channel, is_red, next_attempt_at)
     SELECT t.id, t.case_id, t.person_id, way.channel, t.urgency = 'red', to_timestamp($2 / 1000.0)
     FROM told t JOIN LATERAL (
       SELECT c.channel FROM channel_choice c
       WHERE c.person_id = t.person_id AND c.takes <> 'none' AND c.address_sealed IS NOT NULL AND c.channel = ANY ($3)
       UNION ALL SELECT 'webhook' WHERE 'webhook' = ANY ($3)) way ON true
     WHERE t.urgency <> 'rest'`,
    [JSON.stringify(messages), now, channels],
  );
}
