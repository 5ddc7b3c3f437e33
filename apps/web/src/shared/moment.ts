/** 「2026-08-24 09:00」, as the village counts time. */
export const momentOf = (iso: string): string => WRITTEN.format(new Date(iso));

/** Sweden writes the year first and 24 hours. */
const WRITTEN = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});
