import { earliestMeetingDay, emergencyNoticeAllowed, isNoticeTooShort, noticeDaysFor } from './notice.js';

describe('notice of a meeting', () => {
  it.each([
    ['villagers-assembly', 10],
    ['representatives-meeting', 5],
    ['members-assembly', 10],
    ['members-representatives-meeting', 10],
    ['party-meeting', 3],
    ['branch-committee', null],
    ['two-committees', null],
    ['council', null],
  ] as const)('of a %s is %s clear days', (body, days) => {
    expect(noticeDaysFor(body, '2026-09-15')).toBe(days);
  });

  it.each([
    ['A1 plan', 'party-meeting', '2026-08-28', '2026-09-01'],
    ['A1 ballot', 'representatives-meeting', '2026-09-09', '2026-09-15'],
    ['A1 changed', 'representatives-meeting', '2026-10-27', '2026-11-02'],
    ['A2 first', 'representatives-meeting', '2026-02-03', '2026-02-09'],
    ['A2 again, on a holiday', 'representatives-meeting', '2026-02-11', '2026-02-17'],
    ['A3 first', 'members-assembly', '2026-05-25', '2026-06-05'],
    ['A3 again', 'members-assembly', '2026-06-08', '2026-06-19'],
  ] as const)('%s: the earliest day', (_name, body, noticedOn, earliest) => {
    expect(earliestMeetingDay({ body, noticedOn, meetingOn: earliest })).toBe(earliest);
  });

  it('counts from the later of notice and poster', () => {
    const notice = {
      body: 'representatives-meeting',
      noticedOn: '2026-09-09',
      postedOn: '2026-09-10',
    } as const;
    expect(isNoticeTooShort({ ...notice, meetingOn: '2026-09-15' })).toBe(true);
    expect(isNoticeTooShort({ ...notice, meetingOn: '2026-09-16' })).toBe(false);
  });

  it('is the day itself where no notice is demanded', () => {
    expect(earliestMeetingDay({ body: 'council', noticedOn: '2026-09-09', meetingOn: '2026-09-09' })).toBe(
      '2026-09-09',
    );
  });

  it('may be short only for a 村民会议 with a stated emergency, since 2026', () => {
    const short = { noticedOn: '2026-09-09', meetingOn: '2026-09-11', emergencyReason: '汛情抢险' };
    expect(isNoticeTooShort({ ...short, body: 'villagers-assembly' })).toBe(false);
    expect(isNoticeTooShort({ ...short, body: 'villagers-assembly', emergencyReason: ' ' })).toBe(true);
    expect(isNoticeTooShort({ ...short, body: 'representatives-meeting' })).toBe(true);
    expect(emergencyNoticeAllowed('villagers-assembly', '2025-12-31')).toBe(false);
  });
});
