import {
  catchEvent,
  effectsOf,
  end,
  eventBased,
  InstanceDriver,
  path,
  processOf,
  receiveTask,
  start,
  userTask,
} from '@wuqing/testing';

const process = processOf('p', [
  start('s'),
  eventBased('g'),
  catchEvent('t', { duration: '"PT1H"' }),
  catchEvent('c', { signal: 'x' }, { outputs: { got: 'a + 1' } }),
  receiveTask('r', { message: 'm', correlationKey: '"k"' }),
  catchEvent('k', { condition: 'n > 5' }),
  end('e'),
  ...path('s', 'g', 't', 'e'),
  ...path('g', 'c', 'e'),
  ...path('g', 'r', 'e'),
  ...path('g', 'k', 'e'),
]);

const waiting = (): InstanceDriver => {
  const instance = new InstanceDriver(process);
  expect(instance.start({ n: 1 })).toBe(
    '▶p {p#0 n=1} +s#1 -s#1 s-g +g#2 ⏲t#3@2026-08-24T02:00:00.000Z ≋c#4(x) ✉r#5(m:k) ?k#6',
  );
  return instance;
};

describe('event-based gateway', () => {
  it('goes on with the first event, whose outputs are mapped, and closes the others', () => {
    const instance = waiting();
    expect(instance.signal('c', { a: 1 })).toBe(
      '≋!c#4 ⊘t#3 ✉⊘r#5 ?⊘k#6 -g#2 g-c +c#7 {p#0 got=2} -c#7 c-e +e#8 -e#8 ■',
    );
    expect(effectsOf(instance.effects)).toBe(
      'ScheduleTimer(t#3) OpenSignalSubscription(c#4) OpenMessageSubscription(r#5) CancelTimer(t#3) CloseMessageSubscription(r#5)',
    );
  });

  it('with its timer', () => {
    expect(waiting().fire('t')).toBe('⏰t#3 ✉⊘r#5 ≋⊘c#4 ?⊘k#6 -g#2 g-t +t#7 -t#7 t-e +e#8 -e#8 ■');
  });

  it('with its receive task, which does not wait once more', () => {
    expect(waiting().correlate('r', { b: 2 })).toContain('g-r +r#7 {p#0 b=2} -r#7');
  });

  it('with its condition', () => {
    const instance = new InstanceDriver(process);
    expect(instance.start({ n: 9 })).toMatch(/\?k#6 \?!k#6 ⊘t#3 ✉⊘r#5 ≋⊘c#4 -g#2 g-k \+k#7 -k#7 .* ■$/);
  });

  it('has one winner: who comes later is refused', () => {
    const instance = waiting();
    instance.fire('t');
    for (const command of [
      { type: 'TriggerSignal', subscription: 'c#4', variables: {} },
      { type: 'CorrelateMessage', subscription: 'r#5', variables: {} },
      { type: 'TriggerTimer', timer: 't#3' },
    ] as const)
      expect(instance.send(command)).toMatchObject({ ok: false });
  });

  it('before something that cannot be awaited is an incident', () => {
    const instance = new InstanceDriver(
      processOf('p', [start('s'), eventBased('g'), userTask('a'), end('e'), ...path('s', 'g', 'a', 'e')]),
    );
    instance.start();
    expect(instance.state.incidents['g#2']).toMatchObject({ code: 'event' });
  });
});
