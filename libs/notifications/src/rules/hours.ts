import { err, ok, type Instant, type Result } from '@wuqing/kernel';
import { localDateOf, parseTimeOfDay, startOfDay, type LocalDate } from '@wuqing/working-calendar';

/** When nobody is disturbed, and when the digest leaves: 'HH:MM' on the town's wall. */
export interface NotificationHours {
  /** In; quiet hours may run over midnight. Equal to `quietTo`: there are none. */
  readonly quietFrom: string;
  /** Out. */
  readonly quietTo: string;
  readonly digestAt: string;
}

/** Ours until the town sets its own (「待镇确认」). */
export const defaultHours: NotificationHours = { quietFrom: '20:00', quietTo: '08:00', digestAt: '08:00' };

const DAY_MS = 86_400_000;

function timeOf(text: string): number | undefined {
  const ms = parseTimeOfDay(text);
  return ms === DAY_MS ? undefined : ms;
}

const isWithin = (ms: number, from: number, to: number): boolean =>
  from <= to ? ms >= from && ms < to : ms >= from || ms < to;

/** Hours as somebody wrote them; the error is a sentence for him. */
export function readHours(written: NotificationHours): Result<NotificationHours, string> {
  const [from, to, digest] = [written.quietFrom, written.quietTo, written.digestAt].map(timeOf);
  if (from === undefined || to === undefined || digest === undefined)
    return err('时间应为 00:00 至 23:59，如 08:00。');
  if (isWithin(digest, from, to)) return err('汇总时间应在免打扰时段以外。');
  return ok(written);
}

function millisecondsOfDay(now: Instant, zone: string): { readonly day: LocalDate; readonly ms: number } {
  const day = localDateOf(now, zone);
  return { day, ms: now - startOfDay(day, zone) };
}

/** Whether `now` lies in quiet hours; hours that cannot be read are a bug, `readHours` lets none pass. */
export function isQuiet(now: Instant, { quietFrom, quietTo }: NotificationHours, zone: string): boolean {
  const { ms } = millisecondsOfDay(now, zone);
  return isWithin(ms, timeOf(quietFrom)!, timeOf(quietTo)!);
}

/** The day whose digest may leave at `now`; undefined before its time and in quiet hours. */
export function digestDay(now: Instant, hours: NotificationHours, zone: string): LocalDate | undefined {
  const { day, ms } = millisecondsOfDay(now, zone);
  return ms >= timeOf(hours.digestAt)! && !isQuiet(now, hours, zone) ? day : undefined;
}
