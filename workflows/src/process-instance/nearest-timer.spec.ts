import { instant } from '@wuqing/kernel';
import { PutOffTimers, nearestTimer } from './nearest-timer.js';

const timer = (dueAt: number) => ({ elementId: 'wait', dueAt: instant(dueAt) });
const timers = { 'a#1': timer(1_000), 'b#2': timer(2_000), 'c#3': timer(2_000) };
const aMinuteMore = (attempts: number): number => 60_000 * 2 ** attempts;

describe('the timer that is due first', () => {
  it('is the earliest, and of two at one moment the one that was scheduled first', () => {
    expect(nearestTimer(timers)?.key).toBe('a#1');
    expect(nearestTimer({ 'c#3': timers['c#3'], 'b#2': timers['b#2'] })?.key).toBe('b#2');
    expect(nearestTimer({})).toBeUndefined();
  });

  it('is another one while it cannot be recorded, and is itself tried later and later', () => {
    const putOff = new PutOffTimers();
    putOff.putOff('a#1', 1_000, aMinuteMore);
    expect(putOff.nearest(timers)).toMatchObject({ key: 'b#2', dueAt: 2_000 });
    expect(putOff.nearest({ 'a#1': timers['a#1'] })).toMatchObject({ key: 'a#1', dueAt: 61_000 });
    putOff.putOff('a#1', 61_000, aMinuteMore);
    expect(putOff.nearest({ 'a#1': timers['a#1'] })).toMatchObject({ dueAt: 61_000 + 120_000 });
    putOff.forget('a#1');
    expect(putOff.nearest(timers)).toMatchObject({ key: 'a#1', dueAt: 1_000 });
  });
});
