import {
  boundary,
  effectsOf,
  end,
  InstanceDriver,
  path,
  processOf,
  start,
  subProcess,
  userTask,
  type Trigger,
} from '@wuqing/testing';

const guarded = (trigger: Trigger, interrupting: boolean): InstanceDriver =>
  new InstanceDriver(
    processOf('p', [
      start('s'),
      userTask('a'),
      boundary('b', 'a', trigger, { interrupting }),
      userTask('c'),
      end('e'),
      ...path('s', 'a', 'e'),
      ...path('b', 'c', 'e'),
    ]),
  );

describe('boundary event', () => {
  it('interrupting timer: ends its activity', () => {
    const instance = guarded({ duration: '"P1D"' }, true);
    expect(instance.start()).toBe('▶p +s#1 -s#1 s-a +a#2 ⏲b#3@2026-08-25T01:00:00.000Z ●a#2');
    expect(instance.fire('b')).toBe('⏰b#3 xa#2 +b#4 -b#4 b-c +c#5 ●c#5');
    expect(effectsOf(instance.effects)).toBe(
      'ScheduleTimer(b#3) OpenUserTask(a#2) CloseUserTask(a#2) OpenUserTask(c#5)',
    );
    expect(instance.state.executed).toEqual([]);
  });

  it('non-interrupting timer: its activity goes on, and it does not fire again', () => {
    const instance = guarded({ duration: '"P1D"' }, false);
    instance.start();
    expect(instance.fire('b')).toBe('⏰b#3 +b#4 -b#4 b-c +c#5 ●c#5');
    expect(instance.open).toEqual(['a', 'c']);
    expect(instance.state.timers).toEqual({});
  });

  it('non-interrupting cycle: each firing under a key of its own, counted from the one that was due', () => {
    const instance = guarded({ cycle: '"R3/PT1H"' }, false);
    instance.start();
    instance.clock.pass(3 * 3_600_000);
    expect(instance.fire('b')).toBe('⏰b#3 ⏲b#4@2026-08-24T03:00:00.000Z +b#5 -b#5 b-c +c#6 ●c#6');
    expect(instance.fire('b')).toContain('⏰b#4 ⏲b#7@2026-08-24T04:00:00.000Z');
    expect(instance.fire('b')).not.toContain('⏲');
    expect(instance.state.timers).toEqual({});
  });

  it('a cycle without end goes on as long as its activity does', () => {
    const instance = guarded({ cycle: '"R/P1D"' }, false);
    instance.start();
    for (const day of [26, 27, 28]) expect(instance.fire('b')).toContain(`@2026-08-${day}`);
    expect(instance.complete('a')).toContain('⊘b#');
  });

  it.each(['"R0/PT1H"', '"R/PT0S"', '"R/PT0.001S"', '"PT1H"'])('the cycle %s is an incident', (cycle) => {
    const instance = guarded({ cycle }, false);
    instance.start();
    expect(instance.state.incidents['a#2']).toMatchObject({ code: 'timer' });
    expect(instance.open).toEqual([]);
  });

  it('interrupting message: ends its activity and brings its payload', () => {
    const instance = guarded({ message: 'withdrawn', correlationKey: '"k"' }, true);
    expect(instance.start()).toContain('✉b#3(withdrawn:k) ●a#2');
    expect(instance.correlate('b', { by: 'u' })).toBe('✉!b#3 xa#2 +b#4 {p#0 by="u"} -b#4 b-c +c#5 ●c#5');
  });

  it('non-interrupting message: may come again, under a new key', () => {
    const instance = guarded({ message: 'objection', correlationKey: '"k"' }, false);
    instance.start();
    expect(instance.correlate('b')).toBe('✉!b#3 ✉b#4(objection:k) +b#5 -b#5 b-c +c#6 ●c#6');
    expect(instance.correlate('b')).toBe('✉!b#4 ✉b#7(objection:k) +b#8 -b#8 b-c +c#9 ●c#9');
    expect(instance.complete('a')).toBe('✓a#2 ✉⊘b#7 -a#2 a-e +e#10 -e#10');
    expect(instance.open).toEqual(['c', 'c']);
  });

  it('is closed with its activity', () => {
    const instance = guarded({ duration: '"P1D"' }, true);
    instance.start();
    expect(instance.complete('a')).toContain('⊘b#3 -a#2');
    expect(effectsOf(instance.effects)).toContain('CancelTimer(b#3)');
  });

  it('on a sub-process it ends all that runs inside', () => {
    const inside = [
      start('s2'),
      userTask('x'),
      boundary('bx', 'x', { duration: '"P2D"' }),
      end('e2'),
      ...path('s2', 'x', 'e2'),
    ];
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        subProcess('sp', [...inside, ...path('bx', 'e2')]),
        boundary('b', 'sp', { message: 'court' }),
        userTask('c'),
        end('e'),
        ...path('s', 'sp', 'e'),
        ...path('b', 'c', 'e'),
      ]),
    );
    expect(instance.start()).toBe(
      '▶p +s#1 -s#1 s-sp +sp#2 ✉b#3(court:) +s2#4 -s2#4 s2-x +x#5 ⏲bx#6@2026-08-26T01:00:00.000Z ●x#5',
    );
    expect(instance.correlate('b')).toBe('✉!b#3 ⊘bx#6 xx#5 xsp#2 +b#7 -b#7 b-c +c#8 ●c#8');
  });
});
