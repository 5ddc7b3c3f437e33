import { seatsOf } from './body-seats.js';

describe('the seats of a body', () => {
  it.each([
    ['party-meeting', 3],
    ['representatives-meeting', 3],
    ['two-committees', 5],
    ['villagers-assembly', undefined],
    ['members-assembly', undefined],
    ['toString', undefined],
  ])('%s: %s kinds of position', (body, kinds) => {
    expect(seatsOf(body)?.length).toBe(kinds);
  });
});
