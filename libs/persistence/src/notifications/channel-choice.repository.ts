import type { Work } from '../unit-of-work.js';

/** `all`: at once what is urgent, and the digest; `at-once`: what is urgent alone. */
export type ChannelTakes = 'all' | 'at-once' | 'none';

export interface ChannelChoice {
  readonly channel: string;
  readonly takes: ChannelTakes;
  /** Sealed; null where the person has given none. */
  readonly addressSealed: string | null;
}

export const channelChoicesOf = (work: Work, personId: string): Promise<ChannelChoice[]> =>
  work.query<ChannelChoice>(
    `SELECT channel, takes, address_sealed AS "addressSealed" FROM channel_choice WHERE person_id = $1 ORDER BY channel`,
    [personId],
  );

/** Keeps the choice; an address that is not given (undefined) stays as it was. */
export async function keepChannelChoice(
  work: Work,
  personId: string,
  {
    channel,
    takes,
    addressSealed,
  }: Omit<ChannelChoice, 'addressSealed'> & { readonly addressSealed?: string },
  now: number,
): Promise<void> {
  await work.query(
    `INSERT INTO channel_choice AS c (person_id, channel, takes, address_sealed, changed_at)
     VALUES ($1, $2, $3, $4, to_timestamp($5 / 1000.0))
     ON CONFLICT (person_id, channel) DO UPDATE SET takes = excluded.takes,
       address_sealed = coalesce(excluded.address_sealed, c.address_sealed), changed_at = excluded.changed_at`,
    [personId, channel, takes, addressSealed ?? null, now],
  );
}
