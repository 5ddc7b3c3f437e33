import fc from 'fast-check';
import { instant } from '@wuqing/kernel';
import { correlate, type PublishedMessage, type WaitingSubscription } from './correlate.js';

const now = instant(1_000);
const message: PublishedMessage = { name: 'reply', correlationKey: '7', expiresAt: instant(2_000) };
const waiting = (more: Partial<WaitingSubscription> = {}): WaitingSubscription => ({
  caseId: 'a',
  subscription: 'wait#1',
  unitId: 'village',
  messageName: 'reply',
  correlationKey: '7',
  openedAt: instant(10),
  ...more,
});

describe('correlate', () => {
  it.each<[string, WaitingSubscription[], PublishedMessage, string | undefined]>([
    ['name and key meet', [waiting()], message, 'a'],
    ['nobody waits', [], message, undefined],
    ['another name', [waiting({ messageName: 'order' })], message, undefined],
    ['another key', [waiting({ correlationKey: '8' })], message, undefined],
    ['out of reach', [waiting()], { ...message, reach: ['elsewhere'] }, undefined],
    ['within reach', [waiting()], { ...message, reach: ['elsewhere', 'village'] }, 'a'],
    ['a time to live of none: who waits at this moment', [waiting()], { ...message, expiresAt: now }, 'a'],
    ['too old', [waiting()], { ...message, expiresAt: instant(999) }, undefined],
    [
      'the longest wait first',
      [waiting({ caseId: 'b', openedAt: instant(11) }), waiting({ caseId: 'c', openedAt: instant(9) })],
      message,
      'c',
    ],
    ['the same moment', [waiting({ caseId: 'b' }), waiting({ caseId: 'a' })], message, 'a'],
  ])('%s', (_, subscriptions, published, receiver) => {
    expect(correlate(subscriptions, published, now)?.caseId).toBe(receiver);
  });

  it('names one receiver whatever the order in which subscriptions are found', () => {
    const subscription = fc.record({
      caseId: fc.constantFrom('a', 'b', 'c'),
      subscription: fc.constantFrom('wait#1', 'wait#2', 'wait#3'),
      unitId: fc.constantFrom('village', 'town'),
      messageName: fc.constantFrom('reply', 'order'),
      correlationKey: fc.constantFrom('7', '8'),
      openedAt: fc.integer({ min: 1, max: 3 }).map(instant),
    });
    const byId = (a: WaitingSubscription) => `${a.caseId}/${a.subscription}`;
    fc.assert(
      fc.property(
        fc.uniqueArray(subscription, { selector: byId, maxLength: 8 }),
        fc.infiniteStream(fc.nat()),
        (found, order) => {
          const ranks = found.map(() => order.next().value as number);
          const shuffled = found
            .map((item, index) => ({ item, rank: ranks[index]! }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ item }) => item);
          expect(correlate(shuffled, message, now)).toEqual(correlate(found, message, now));
        },
      ),
    );
  });
});
