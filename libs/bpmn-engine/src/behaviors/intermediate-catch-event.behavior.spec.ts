import { catchEvent, InstanceDriver, sequenceOf, userTask, type Trigger } from '@wuqing/testing';

const waiting = (trigger: Trigger, variables = {}): InstanceDriver => {
  const instance = new InstanceDriver(sequenceOf('p', [catchEvent('c', trigger), userTask('a')]));
  instance.start(variables);
  return instance;
};

describe('intermediate catch event', () => {
  it.each<[string, Trigger, string]>([
    ['a date begins at midnight of the zone', { date: '"2026-09-01"' }, '2026-08-31T16:00:00.000Z'],
    ['a date from a variable', { date: 'due' }, '2026-10-07T16:00:00.000Z'],
    ['a date-time with offset', { date: '"2026-09-01T09:30:00+08:00"' }, '2026-09-01T01:30:00.000Z'],
    [
      'a date-time without offset stands in the zone',
      { date: '"2026-09-01T09:30"' },
      '2026-09-01T01:30:00.000Z',
    ],
    ['hours', { duration: '"PT36H"' }, '2026-08-25T13:00:00.000Z'],
    ['weeks and days', { duration: '"P1W2D"' }, '2026-09-02T01:00:00.000Z'],
    ['months on the calendar', { duration: '"P1M"' }, '2026-09-24T01:00:00.000Z'],
    ['nothing at all is due at once', { duration: '"PT0S"' }, '2026-08-24T01:00:00.000Z'],
  ])('timer: %s', (_what, trigger, dueAt) => {
    const instance = waiting(trigger, { due: '2026-10-08' });
    expect(new Date(instance.state.timers['c#2']!.dueAt).toISOString()).toBe(dueAt);
    expect(instance.effects).toMatchObject([{ type: 'ScheduleTimer', timer: 'c#2', elementId: 'c' }]);
    expect(instance.fire('c')).toBe('⏰c#2 -c#2 c-a +a#3 ●a#3');
  });

  it.each<[string, Trigger]>([
    ['no such day', { date: '"2026-02-30"' }],
    ['no date', { date: '"soon"' }],
    ['no duration', { duration: '"P"' }],
    ['a cycle, for a token waits once', { cycle: '"R3/PT1H"' }],
  ])('timer: %s is an incident', (_what, trigger) => {
    expect(waiting(trigger).state.incidents['c#2']).toMatchObject({ code: 'timer', retry: 'enter' });
  });

  it('timer: a value that is no text, or an error, is an incident', () => {
    expect(waiting({ date: 'missing' }).state.incidents['c#2']).toMatchObject({ code: 'text' });
    expect(waiting({ date: 'boom()' }).state.incidents['c#2']).toMatchObject({ code: 'expression' });
  });

  it('message: waits under its correlation key, and the payload goes on', () => {
    const instance = waiting({ message: 'review-asked', correlationKey: 'caseNo' }, { caseNo: 17 });
    expect(instance.effects).toEqual([
      {
        type: 'OpenMessageSubscription',
        subscription: 'c#2',
        elementId: 'c',
        messageName: 'review-asked',
        correlationKey: '17',
      },
    ]);
    expect(instance.correlate('c', { asked: true })).toBe('✉!c#2 {p#0 asked=true} -c#2 c-a +a#3 ●a#3');
    expect(instance.state.subscriptions).toEqual({});
  });

  it('message: a correlation key without a value is an incident', () => {
    expect(waiting({ message: 'm', correlationKey: 'nobody' }).state.incidents['c#2']).toMatchObject({
      code: 'text',
    });
  });
});
