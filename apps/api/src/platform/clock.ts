const ZONE = 'Asia/Shanghai';
const dayFormat = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Calendar date of a moment where the township is. */
export const dayOf = (epochMs: number): string => dayFormat.format(epochMs);

/** The time of day comes in by the door, so that tests have their own. */
export class Clock {
  constructor(private readonly read: () => number) {}

  /** Epoch ms. */
  now(): number {
    return this.read();
  }

  /** 'YYYY-MM-DD' where the township is. */
  today(): string {
    return dayOf(this.read());
  }
}
