/** 「11-18」 of 「2026-11-18」. */
export const shortDay = (day: string | null): string => day?.slice(5) ?? '';
