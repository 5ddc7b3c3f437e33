import { isoOf } from '@wuqing/kernel';
import { fixedClock } from './fixed-clock.js';
import { InstanceDriver } from './instance-driver.js';
import { sequenceOf } from './process-of.js';
import { catchEvent } from './event-parts.js';
import { serviceTask, userTask } from './process-parts.js';
import { effectsOf, traceOf } from './trace-of.js';

describe('InstanceDriver', () => {
  const drive = () =>
    new InstanceDriver(
      sequenceOf('p', [
        userTask('a'),
        catchEvent('t', { duration: '"PT1H"' }),
        catchEvent('m', { message: 'x' }),
        serviceTask('v', 'town.x'),
      ]),
    );

  it('drives an instance from its start to its end and keeps the journal', () => {
    const instance = drive();
    const traces = [
      instance.start({ n: 1 }),
      instance.complete('a'),
      instance.fire('t'),
      instance.correlate('m'),
      instance.serve('v'),
    ];
    expect(traces.join(' ')).toBe(traceOf(instance.journal));
    expect(instance.variable('n')).toBe(1);
    expect(instance.leftovers).toEqual([]);
    expect(effectsOf(instance.effects)).toBe(
      'OpenUserTask(a#2) CloseUserTask(a#2) ScheduleTimer(t#3) OpenMessageSubscription(m#4) InvokeServiceTask(v#5)',
    );
  });

  it('lists what is open', () => {
    const instance = drive();
    instance.start();
    expect(instance.open).toEqual(['a']);
    expect(instance.leftovers).toEqual(['a#2', 'a#2']);
  });

  it('throws where nothing of that name is open, and where a command is refused', () => {
    const instance = drive();
    instance.start();
    expect(() => instance.complete('b')).toThrow('Expected an open b');
    expect(() => instance.start()).toThrow(/^Expected StartProcessInstance to be carried out/);
  });
});

describe('fixedClock', () => {
  it('stands still until it is moved', () => {
    const clock = fixedClock('2026-08-24T09:00:00+08:00');
    expect(isoOf(clock.now())).toBe('2026-08-24T01:00:00.000Z');
    clock.pass(1000);
    expect(isoOf(clock.now())).toBe('2026-08-24T01:00:01.000Z');
    clock.setTo(fixedClock('2027-01-01T00:00:00Z').now());
    expect(isoOf(clock.now())).toBe('2027-01-01T00:00:00.000Z');
  });
});
