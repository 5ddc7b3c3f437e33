/** An ISO 8601 duration in its two kinds: calendar months, which have no fixed length, and milliseconds. */
export interface IsoDuration {
  readonly months: number;
  readonly ms: number;
}

const pattern =
  /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,9})(?:\.(\d{1,3}))?S)?)?$/;

/** Undefined where the text is no duration that can be planned; a negative one is none, for nothing is due before it begins. */
export function parseIsoDuration(text: string): IsoDuration | undefined {
  const match = pattern.exec(text);
  if (!match || text.endsWith('P') || text.endsWith('T')) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = match
    .slice(1, 8)
    .map((digits) => Number(digits ?? 0));
  const thousandths = Number((match[8] ?? '').padEnd(3, '0'));
  return {
    months: years! * 12 + months!,
    ms: (((weeks! * 7 + days!) * 24 + hours!) * 60 + minutes!) * 60_000 + seconds! * 1000 + thousandths,
  };
}

const negative =
  /^-P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;

/** Whether it is the duration to a moment that has passed (`-PT1H`), however long ago that is. */
export const isNegativeDuration = (text: string): boolean => negative.test(text);

/** A computed duration says nanoseconds where its moments had them; a clock tells milliseconds. */
export const inMilliseconds = (text: string): string => text.replace(/(\.\d{3})\d{1,6}(?=S$)/, '$1');
