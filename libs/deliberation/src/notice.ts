import type { Body } from './body.js';
import { addDays, laterOf, type CalendarDate } from './calendar-date.js';
import { LAW_2025_FROM, ruleFor } from './rules.js';

/**
 * The notice a meeting needs, in clear days (nB): 村民会议 10, 村民代表会议 5, 成员大会 10, 成员代表大会 10 (unconfirmed),
 * 党员大会 3 for sending the plan (unconfirmed); null where none is demanded or no text was in force.
 */
export const noticeDaysFor = (body: Body, meetingOn: CalendarDate): number | null =>
  ruleFor(body, meetingOn)?.noticeDays ?? null;

/** Only a 村民会议 may be called 临时, and only since the 2025 text (Art 25). */
export const emergencyNoticeAllowed = (body: Body, meetingOn: CalendarDate): boolean =>
  body === 'villagers-assembly' && meetingOn >= LAW_2025_FROM;

export interface MeetingNotice {
  readonly body: Body;
  readonly noticedOn: CalendarDate;
  /** 张榜日; the later of notice and poster counts. */
  readonly postedOn?: CalendarDate;
  readonly meetingOn: CalendarDate;
  readonly emergencyReason?: string;
}

/** First lawful day: notice + n + 1, no roll-over (clear days); the day of the notice itself where n is null. */
export function earliestMeetingDay(notice: Omit<MeetingNotice, 'emergencyReason'>): CalendarDate {
  const noticed = laterOf(notice.noticedOn, notice.postedOn ?? notice.noticedOn);
  const days = noticeDaysFor(notice.body, notice.meetingOn);
  return days === null ? noticed : addDays(noticed, days + 1);
}

/** True when the meeting comes before the clear days are over and no emergency of a 村民会议 is stated (bar 1). */
export function isNoticeTooShort(notice: MeetingNotice): boolean {
  const stated = (notice.emergencyReason ?? '').trim() !== '';
  if (stated && emergencyNoticeAllowed(notice.body, notice.meetingOn)) return false;
  return notice.meetingOn < earliestMeetingDay(notice);
}
