import { noticeStanding } from './notice-standing.js';

const notice = { id: 'n', title: '决议公开', fromOn: '2026-11-21', toOn: '2026-12-07' };

it.each([
  ['2026-11-20', notice, 'to-come', null],
  ['2026-11-21', notice, 'running', 16],
  ['2026-11-29', notice, 'running', 8],
  ['2026-12-07', notice, 'running', 0],
  ['2026-12-08', notice, 'ended', null],
  ['2026-12-08', { ...notice, toOn: null }, 'running', null],
  ['2026-01-01', { ...notice, fromOn: null }, 'running', 340],
])('on %s %j is %s, %s days left', (today, given, state, daysLeft) =>
  expect(noticeStanding(given, today)).toEqual({ ...given, state, daysLeft }),
);
