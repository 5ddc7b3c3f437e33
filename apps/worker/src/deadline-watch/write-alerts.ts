import { isWalled } from '@wuqing/access';
import { instant, isoOf } from '@wuqing/kernel';
import type { OrganizationIndex } from '@wuqing/organization';
import type { PlannedInstant, Work } from '@wuqing/persistence';
import { localDateOf } from '@wuqing/working-calendar';
import type { DueClock, FiredClock } from './due-clock.js';
import { toldOf, type Told } from './told-of-clock.js';

/** The township's; the calendar's own zone is fixed too. */
const ZONE = 'Asia/Shanghai';

interface TellingOf {
  readonly clock: DueClock;
  readonly planned: PlannedInstant;
  readonly told: Told;
}

/** Alerts and outbox rows of what fired, and an incident where the ladder has nobody who is free to be told. */
export async function writeAlerts(
  work: Work,
  fired: readonly FiredClock[],
  organization: OrganizationIndex,
): Promise<void> {
  const tellings = tellingsOf(fired, organization);
  await tell(work, tellings.flatMap(alertRows));
  await raiseIncidents(work, tellings);
}

/** Clocks of one village and step are many, and ask the same question, batch after batch while one index is kept. */
const answersOf = new WeakMap<OrganizationIndex, Map<string, Told>>();

function tellingsOf(fired: readonly FiredClock[], organization: OrganizationIndex): TellingOf[] {
  const answers = answersOf.get(organization) ?? new Map<string, Told>();
  answersOf.set(organization, answers);
  return fired.flatMap(({ clock, fired: instants }) =>
    instants.map((planned) => {
      const on = localDateOf(instant(planned.at), ZONE);
      const { unitId, assigneeId, handlers, level, needToKnow, barredPersonIds } = clock;
      const ladder = clock.instants.map(({ kind, rung, recipients }) => [kind, rung, recipients]);
      const question = JSON.stringify([
        planned.kind,
        planned.rung,
        on,
        unitId,
        assigneeId,
        handlers,
        level,
        needToKnow,
        barredPersonIds,
        ladder,
      ]);
      const told = answers.get(question) ?? toldOf(planned, clock, organization, on);
      answers.set(question, told);
      return { clock, planned, told };
    }),
  );
}

function alertRows({ clock, planned, told }: TellingOf) {
  const { kind, rung } = planned;
  const inTown = told.holders.map((holder) => ({
    holder,
    kind: kind as string,
    outside: null as string | null,
  }));
  const outside = told.outside.map(({ name, carrier }) => ({
    holder: carrier,
    kind: 'outside',
    outside: name,
  }));
  return [...inTown, ...outside].map((one) => ({
    case_id: clock.caseId,
    unit_id: clock.unitId,
    clock_id: clock.id,
    kind: one.kind,
    rung,
    recipient_position: one.holder.positionKey,
    recipient_unit_id: one.holder.unitId,
    outside: one.outside,
    at: isoOf(instant(planned.at)),
    detail: { rung, clockId: clock.id, ...(isWalled(clock.level) && { nameless: true }) },
  }));
}

async function tell(work: Work, alerts: readonly ReturnType<typeof alertRows>[number][]): Promise<void> {
  if (alerts.length === 0) return;
  await work.query(
    `WITH fired AS (
       SELECT * FROM jsonb_to_recordset($1) AS t (case_id uuid, unit_id uuid, clock_id uuid, kind text, rung int,
         recipient_position text, recipient_unit_id uuid, outside text, at timestamptz, detail jsonb)
     ), told AS (
       INSERT INTO alert (case_id, unit_id, clock_id, kind, rung, recipient_position, recipient_unit_id, outside, at)
       SELECT case_id, unit_id, clock_id, kind, rung, recipient_position, recipient_unit_id, outside, at FROM fired
     )
     INSERT INTO notification_outbox (case_id, unit_id, template, recipient_position, recipient_unit_id, detail)
     SELECT case_id, unit_id, 'service-level-' || kind, recipient_position, recipient_unit_id, detail FROM fired`,
    [JSON.stringify(alerts)],
  );
}

async function raiseIncidents(work: Work, tellings: readonly TellingOf[]): Promise<void> {
  const rows = tellings
    .filter(({ told }) => told.nobody)
    .map(({ clock, planned: { kind, rung, at } }) => ({
      case_id: clock.caseId,
      unit_id: clock.unitId,
      element_key: `service-level:${clock.id}:${kind}-${rung}`,
      element_id: clock.elementId,
      message: `Expected somebody on the ladder of ${clock.elementId} who is free to be told at ${kind} ${rung}`,
      raised_at: isoOf(instant(at)),
    }));
  if (rows.length === 0) return;
  await work.query(
    `INSERT INTO incident (case_id, element_key, unit_id, element_id, code, message, raised_at)
     SELECT case_id, element_key, unit_id, element_id, 'nobody-to-tell', message, raised_at
     FROM jsonb_to_recordset($1) AS t (case_id uuid, element_key text, unit_id uuid, element_id text, message text,
       raised_at timestamptz)`,
    [JSON.stringify(rows)],
  );
}
