import { inboxRow, type InboxRow, type OwnColumns, type ShownColumns } from './inbox-row.js';

/** A row of an inbox as the database answers it: what the entry shows is one text. */
export type EntryColumns = OwnColumns & { readonly shown: string };

const MOMENTS = ['createdAt', 'breachedAt', 'stoppedAt'] as const;
type Moment = (typeof MOMENTS)[number];

export const inboxEntryRow = (row: EntryColumns): InboxRow => inboxRow(shownIn(row.shown), row);

/** Numbers stand in JSON as they are, but for a moment that has no end: it is a text there. */
function shownIn(text: string): ShownColumns {
  const shown = JSON.parse(text) as Omit<ShownColumns, Moment> & Record<Moment, unknown>;
  for (const moment of MOMENTS) if (shown[moment] !== null) shown[moment] = Number(shown[moment]);
  return shown as ShownColumns;
}
