import {
  catchEvent,
  effectsOf,
  end,
  eventSubProcess,
  exclusive,
  flow,
  InstanceDriver,
  parallel,
  path,
  processOf,
  sequenceOf,
  serviceTask,
  start,
  startOn,
  subProcess,
  userTask,
} from '@wuqing/testing';

const inner = (id: string, ...tasks: string[]) =>
  subProcess(id, [
    start(`${id}-s`),
    ...tasks.map((task) => userTask(task)),
    end(`${id}-e`),
    ...path(`${id}-s`, ...tasks, `${id}-e`),
  ]);

/** deciding(a, b) → notice(c) → z, as in the frame of the major matter */
const frame = () =>
  new InstanceDriver(
    processOf('p', [
      start('s'),
      inner('deciding', 'a', 'b'),
      inner('notice', 'c'),
      userTask('z'),
      end('e'),
      ...path('s', 'deciding', 'notice', 'z', 'e'),
    ]),
  );

describe('ReturnToStep', () => {
  it('ends what runs and opens the step anew', () => {
    const instance = new InstanceDriver(sequenceOf('p', [userTask('a'), userTask('b'), userTask('c')]));
    instance.start();
    instance.complete('a');
    instance.complete('b');
    instance.effects.length = 0;
    expect(instance.returnTo('a')).toBe('↶a xc#4 +a#5 ●a#5');
    expect(effectsOf(instance.effects)).toBe('CloseUserTask(c#4) OpenUserTask(a#5)');
    expect(instance.effects[0]).toMatchObject({ how: 'canceled' });
    expect(instance.state.executed).toEqual(['a', 'b']);
  });

  it('closes parallel branches, timers, subscriptions, services and waiting joins of the scope', () => {
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        userTask('a'),
        parallel('f'),
        userTask('b'),
        catchEvent('t', { duration: '"P1D"' }),
        catchEvent('m', { message: 'reply' }),
        serviceTask('v', 'town.print'),
        parallel('j'),
        end('e'),
        ...path('s', 'a', 'f', 'b', 'j', 'e'),
        ...path('f', 't', 'j'),
        ...path('f', 'm', 'j'),
        ...path('f', 'v', 'j'),
      ]),
    );
    instance.start();
    instance.complete('a');
    instance.complete('b');
    expect(instance.returnTo('a')).toBe('↶a ⊘t#5 xt#5 ✉⊘m#6 xm#6 xv#7 j<<b-j +a#8 ●a#8');
    expect(instance.leftovers).toEqual(['a#8', 'a#8']);
    for (const id of ['a', 'b']) instance.complete(id);
    instance.fire('t');
    instance.correlate('m');
    expect(instance.serve('v')).toContain('■');
  });

  it('within the running scope leaves its surroundings alone', () => {
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        parallel('f'),
        inner('deciding', 'a', 'b'),
        userTask('beside'),
        end('e'),
        ...path('s', 'f', 'deciding', 'e'),
        ...path('f', 'beside', 'e'),
      ]),
    );
    instance.start();
    instance.complete('a');
    expect(instance.returnTo('a')).toMatch(/^↶a xb#\d+ \+a#8 ●a#8$/);
    expect(instance.open).toEqual(['beside', 'a']);
  });

  it('into a scope that has ended ends what runs around it and enters the scope again', () => {
    const instance = frame();
    instance.start();
    instance.complete('a');
    instance.complete('b');
    expect(instance.open).toEqual(['c']);
    expect(instance.returnTo('b')).toBe('↶b xc#9 xnotice#7 +deciding#10 +b#11 ●b#11');
    instance.complete('b');
    instance.complete('c');
    expect(instance.returnTo('c')).toBe('↶c xz#17 +notice#18 +c#19 ●c#19');
    instance.complete('c');
    expect(instance.complete('z')).toContain('■');
  });

  it('enters nested scopes one after the other, with their event sub-processes', () => {
    const ev = eventSubProcess('ev', [startOn('on', { message: 'order' }), end('eve'), ...path('on', 'eve')]);
    const outer = subProcess('outer', [
      start('os'),
      inner('in', 'a', 'b'),
      ev,
      end('oe'),
      ...path('os', 'in', 'oe'),
    ]);
    const instance = new InstanceDriver(
      processOf('p', [start('s'), outer, userTask('z'), end('e'), ...path('s', 'outer', 'z', 'e')]),
    );
    instance.start();
    instance.complete('a');
    instance.complete('b');
    expect(instance.returnTo('b')).toMatch(/^↶b xz#\d+ \+outer#12 ✉on#13\(order:\) \+in#14 \+b#15 ●b#15$/);
  });

  it('goes on to the step when an entered scope was stuck on the way and is mended', () => {
    let works = true;
    const hostFunctions = { unit: () => (works ? 'v1' : null) };
    const deciding = subProcess(
      'deciding',
      [start('s2'), userTask('a'), userTask('b'), end('e2'), ...path('s2', 'a', 'b', 'e2')],
      { guards: [{ id: 'g', on: 'activate', reject: 'unit() != "v1"' }] },
    );
    const instance = new InstanceDriver(
      processOf('p', [start('s'), deciding, userTask('z'), end('e'), ...path('s', 'deciding', 'z', 'e')]),
      { hostFunctions },
    );
    instance.start();
    instance.complete('a');
    instance.complete('b');
    works = false;
    expect(instance.returnTo('b')).toMatch(/\+deciding#\d+ ⚠deciding#\d+\(guard\)$/);
    works = true;
    expect(instance.resolve('deciding')).toMatch(/^⚠✓deciding#\d+ \+b#\d+ ●b#\d+$/);
  });

  it('takes the latest of several visits of one sub-process', () => {
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        inner('in', 'a', 'b'),
        end('e'),
        ...path('s', 'in', 'e'),
        flow('s', 'in', { id: 'again' }),
      ]),
    );
    instance.start();
    instance.complete('a');
    instance.complete('a');
    expect(instance.open).toEqual(['b', 'b']);
    instance.returnTo('a');
    expect(instance.open).toEqual(['b', 'a']);
  });

  it('mends an incident that stood in the way', () => {
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        userTask('a'),
        exclusive('x'),
        end('e'),
        ...path('s', 'a', 'x'),
        flow('x', 'e', { when: 'n = 1' }),
      ]),
    );
    instance.start();
    expect(instance.complete('a', { n: 2 })).toContain('⚠x#3(no-flow)');
    expect(instance.returnTo('a')).toBe('↶a xx#3 +a#4 ●a#4');
    expect(instance.state.incidents).toEqual({});
    expect(instance.complete('a', { n: 1 })).toContain('■');
  });

  it('lets the events of the scope wait again when it ends the event sub-process that interrupted them', () => {
    const ev = eventSubProcess('ev', [
      startOn('on', { message: 'order' }),
      userTask('x'),
      end('eve'),
      ...path('on', 'x', 'eve'),
    ]);
    const ev2 = eventSubProcess('ev2', [
      startOn('on2', { duration: '"P9D"' }),
      end('eve2'),
      ...path('on2', 'eve2'),
    ]);
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        userTask('a'),
        userTask('b'),
        end('e'),
        ev,
        ev2,
        ...path('s', 'a', 'b', 'e'),
      ]),
    );
    instance.start();
    instance.complete('a');
    instance.correlate('on');
    expect(instance.state.timers).toEqual({});
    expect(instance.returnTo('a')).toMatch(
      /^↶a xx#\d+ xev#\d+ ✉on#9\(order:\) ⏲on2#10@2026-09-02T01:00:00.000Z \+a#11 ●a#11$/,
    );
  });

  it.each([
    ['an unknown step', 'nowhere', 'unknown-element'],
    ['an inherited name', 'constructor', 'unknown-element'],
    ['an element that is no user task', 's', 'unknown-element'],
    ['a step of a call that is none', 'a/b', 'unknown-element'],
    ['a step that was never done', 'b', 'not-executed'],
  ])('refuses %s', (_what, target, code) => {
    const instance = new InstanceDriver(
      processOf('p', [start('s'), userTask('a'), userTask('b'), end('e'), ...path('s', 'a', 'b', 'e')]),
    );
    instance.start();
    expect(instance.send({ type: 'ReturnToStep', target, reason: '' })).toMatchObject({
      ok: false,
      error: { code, elementId: target },
    });
  });
});
