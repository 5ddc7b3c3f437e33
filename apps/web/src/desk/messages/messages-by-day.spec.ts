import type { NotificationView } from '../../client/api.js';
import { messagesByDay } from './messages-by-day.js';

const at = (moment: string): NotificationView => ({ at: moment }) as NotificationView;

it('parts messages by the days of the village, today named', () => {
  const messages = ['2026-11-29T00:00:00Z', '2026-11-28T16:30:00Z', '2026-11-27T08:20:00Z'].map(at);
  expect(
    messagesByDay(messages, new Date('2026-11-29T04:00:00Z')).map(({ title, messages: { length } }) => [
      title,
      length,
    ]),
  ).toEqual([
    ['今天 11-29 周日', 2],
    ['11-27 周五', 1],
  ]);
});

it('is nothing of nothing', () => expect(messagesByDay([], new Date())).toEqual([]));
