import type { Work } from '../unit-of-work.js';

/** The town's hours, 'HH:MM' on its wall. */
export interface NotificationRulesRow {
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly digestAt: string;
}

/** Undefined where the town has set none. */
export async function readNotificationRules(work: Work): Promise<NotificationRulesRow | undefined> {
  const [row] = await work.query<NotificationRulesRow>(
    'SELECT quiet_from AS "quietFrom", quiet_to AS "quietTo", digest_at AS "digestAt" FROM notification_rules',
  );
  return row;
}

export async function keepNotificationRules(
  work: Work,
  { quietFrom, quietTo, digestAt }: NotificationRulesRow,
  { personId, now }: { readonly personId: string; readonly now: number },
): Promise<void> {
  await work.query(
    `INSERT INTO notification_rules (quiet_from, quiet_to, digest_at, changed_by, changed_at)
     VALUES ($1, $2, $3, $4, to_timestamp($5 / 1000.0))
     ON CONFLICT (id) DO UPDATE SET quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
       digest_at = excluded.digest_at, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    [quietFrom, quietTo, digestAt, personId, now],
  );
}
