import { EventBuffer } from './event-buffer.js';

const refused = (at: number, operation = 'GET /api/cases/:id') => ({
  at,
  kind: 'refused',
  accountId: 'a',
  byAccountId: 'a',
  operation,
  status: 404,
});

it('tells equal events as one with their number, and is empty after it', () => {
  const buffer = new EventBuffer();
  for (let at = 0; at < 300; at += 1) buffer.add(refused(at));
  buffer.add({ ...refused(1), accountId: null });
  expect(buffer.take()).toEqual([
    { ...refused(0), count: 300 },
    { ...refused(1), accountId: null, count: 1 },
  ]);
  expect(buffer.take()).toEqual([]);
});

it('counts what is beyond its room, and loses none of it', () => {
  const buffer = new EventBuffer();
  for (let at = 0; at < 2_000; at += 1) buffer.add(refused(at, `GET /${at}`));
  const taken = buffer.take();
  expect(taken).toHaveLength(501);
  expect(taken.at(-1)).toMatchObject({ kind: 'beyond', count: 1_500 });
});

it('takes back what could not be written', () => {
  const buffer = new EventBuffer();
  buffer.add(refused(0));
  for (const { count, ...event } of buffer.take()) buffer.add(event, count);
  buffer.add(refused(5));
  expect(buffer.take()).toEqual([{ ...refused(0), count: 2 }]);
});
