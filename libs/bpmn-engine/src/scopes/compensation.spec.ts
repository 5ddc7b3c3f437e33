import {
  boundary,
  effectsOf,
  end,
  endThrowing,
  eventSubProcess,
  InstanceDriver,
  parallel,
  path,
  processOf,
  scriptTask,
  serviceTask,
  start,
  startOn,
  subProcess,
  throwEvent,
  transaction,
  undoing,
  undoneBy,
  userTask,
  type NodeOptions,
  type ProcessPart,
} from '@wuqing/testing';

/** A user task with the user task `u<id>` that undoes it. */
const undoable = (id: string, options?: NodeOptions): ProcessPart[] => [
  userTask(id, options),
  undoneBy(`b${id}`, id, `u${id}`),
  undoing(userTask(`u${id}`)),
];

describe('compensation', () => {
  it('undoes what was completed, the last first, each with the variables of its activity, and then goes on', () => {
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        ...undoable('a', { inputs: { x: 'n' } }),
        userTask('b'),
        undoneBy('bb', 'b', 'ub'),
        undoing(scriptTask('ub', 'r', '1')),
        throwEvent('t', { compensate: undefined }),
        userTask('z'),
        end('e'),
        ...path('s', 'a', 'b', 't', 'z', 'e'),
      ]),
    );
    instance.start({ n: 1 });
    expect(instance.complete('a', { n: 2 })).toBe('✓a#2 {p#0 n=2} ◁a#2 -a#2 a-b +b#3 ●b#3');
    expect(instance.state.completed).toEqual([{ key: 'a#2', elementId: 'a', scope: 'p#0' }]);
    expect(instance.state.variables['a#2']).toEqual({ x: 1 });
    expect(instance.complete('b')).toBe(
      '✓b#3 ◁b#3 -b#3 b-t +t#4 ◀t#4(b#3,a#2) ◁!b#3 +ub#5 {p#0 r=1} -ub#5 ◁!a#2 +ua#6 {ua#6 x=1} ●ua#6',
    );
    expect(instance.complete('ua', { x: 5, q: 1 })).toBe(
      '✓ua#6 {ua#6 x=5} {p#0 q=1} -ua#6 -t#4 t-z +z#7 ●z#7',
    );
    expect(instance.state).not.toHaveProperty('completed');
    expect(instance.state).not.toHaveProperty('compensations');
    expect(instance.state.variables).toEqual({ 'p#0': { n: 2, r: 1, q: 1 } });
  });

  it('of one activity undoes each of its completions, and no other', () => {
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        ...undoable('a'),
        ...undoable('b'),
        endThrowing('t', { compensate: 'a' }),
        ...path('s', 'a', 'b', 't'),
      ]),
    );
    instance.start();
    instance.complete('a');
    expect(instance.complete('b')).toContain('◀t#4(a#2) ◁!a#2 +ua#5');
    expect(instance.complete('ua')).toBe('✓ua#5 -ua#5 -t#4 ■');
  });

  it('where nothing was completed goes on at once', () => {
    const instance = new InstanceDriver(
      processOf('p', [start('s'), endThrowing('t', { compensate: undefined }), ...path('s', 't')]),
    );
    expect(instance.start()).toBe('▶p +s#1 -s#1 s-t +t#2 ◀t#2() -t#2 ■');
  });

  it('of a completed sub-process undoes what was completed in it, level by level', () => {
    const nested = subProcess('N', [start('s2'), ...undoable('b'), end('e2'), ...path('s2', 'b', 'e2')]);
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        subProcess('S', [start('s1'), ...undoable('a'), nested, end('e1'), ...path('s1', 'a', 'N', 'e1')], {
          inputs: { loc: '7' },
        }),
        endThrowing('t', { compensate: 'S' }),
        ...path('s', 'S', 't'),
      ]),
    );
    instance.start();
    instance.complete('a');
    expect(instance.complete('b')).toMatch(
      /◀t#10\(S#2\) \+S#11 \{S#11 loc=7\} ◁S#11=S#2 ◀S#11\(N#5,a#4\) \+N#12 ◁N#12=N#5 ◀N#12\(b#7\) ◁!b#7 \+ub#13 ●ub#13$/,
    );
    expect(instance.complete('ub')).toBe('✓ub#13 -ub#13 -N#12 ◁!a#4 +ua#14 ●ua#14');
    expect(instance.complete('ua')).toBe('✓ua#14 -ua#14 -S#11 -t#10 ■');
    expect(instance.state.variables).toEqual({});
  });

  it('of a sub-process with a compensation event sub-process runs that, which may undo the rest itself', () => {
    const handler = eventSubProcess('H', [
      startOn('hs', { compensation: true }),
      userTask('h'),
      endThrowing('he', { compensate: undefined }),
      ...path('hs', 'h', 'he'),
    ]);
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        subProcess('S', [start('s1'), ...undoable('a'), end('e1'), ...path('s1', 'a', 'e1'), handler]),
        endThrowing('t', { compensate: undefined }),
        ...path('s', 'S', 't'),
      ]),
    );
    instance.start();
    expect(instance.complete('a')).toMatch(
      /◀t#6\(S#2\) \+S#7 ◁S#7=S#2 ◀S#7\(\) \+H#8 \+hs#9 -hs#9 hs-h \+h#10 ●h#10$/,
    );
    expect(instance.complete('h')).toBe('✓h#10 -h#10 h-he +he#11 ◀he#11(a#4) ◁!a#4 +ua#12 ●ua#12');
    expect(instance.complete('ua')).toBe('✓ua#12 -ua#12 -he#11 -H#8 -S#7 -t#6 ■');
  });

  it('from an error event sub-process undoes what its scope had completed', () => {
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        ...undoable('a'),
        endThrowing('x', { error: 'E' }),
        ...path('s', 'a', 'x'),
        eventSubProcess('H', [
          startOn('hs', { error: 'E' }),
          endThrowing('he', { compensate: undefined }),
          ...path('hs', 'he'),
        ]),
      ]),
    );
    instance.start();
    expect(instance.complete('a')).toMatch(/\+he#6 ◀he#6\(a#2\) ◁!a#2 \+ua#7 ●ua#7$/);
    instance.complete('ua');
    expect(instance.state.status).toBe('completed');
  });

  it('of an activity that was terminated never happens, and goes with its scope', () => {
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        subProcess('S', [
          start('s1'),
          ...undoable('a'),
          ...undoable('b'),
          end('e1'),
          ...path('s1', 'a', 'b', 'e1'),
        ]),
        boundary('sb', 'S', { duration: '"PT1H"' }),
        endThrowing('t', { compensate: undefined }),
        end('e'),
        ...path('s', 'S', 'e'),
        ...path('sb', 't'),
      ]),
    );
    instance.start();
    instance.complete('a');
    expect(instance.fire('sb')).toMatch(/◀t#\d+\(\) -t#\d+ ■$/);
    expect(instance.state.variables).toEqual({});
  });

  it('two that undo the same activity undo it once', () => {
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        ...undoable('a'),
        ...undoable('b'),
        parallel('g'),
        endThrowing('t1', { compensate: undefined }),
        endThrowing('t2', { compensate: undefined }),
        ...path('s', 'a', 'b', 'g', 't1'),
        ...path('g', 't2'),
      ]),
    );
    instance.start();
    instance.complete('a');
    expect(instance.complete('b')).toMatch(
      /◀t1#5\(b#3,a#2\) ◁!b#3 \+ub#6 ●ub#6 g-t2 \+t2#7 ◀t2#7\(a#2\) ◁!a#2 \+ua#8 ●ua#8$/,
    );
    expect(instance.complete('ub')).toBe('✓ub#6 -ub#6 -t1#5');
    expect(instance.complete('ua')).toBe('✓ua#8 -ua#8 -t2#7 ■');
  });

  it('what undoes may have events of its own, and may fail', () => {
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        userTask('a'),
        undoneBy('ba', 'a', 'ua'),
        undoing(serviceTask('ua', 'town.undo')),
        boundary('late', 'ua', { error: 'E' }),
        userTask('mend'),
        end('me'),
        ...path('late', 'mend', 'me'),
        endThrowing('t', { compensate: undefined }),
        ...path('s', 'a', 't'),
      ]),
    );
    instance.start();
    instance.complete('a');
    expect(instance.fail('ua', 'E')).toBe('↯ua#4(E) xua#4 +late#5 -late#5 late-mend +mend#6 ●mend#6');
    expect(instance.complete('mend')).toBe('✓mend#6 -mend#6 mend-me +me#7 -me#7 -t#3 ■');
  });

  it('ends with the instance that is canceled', () => {
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        ...undoable('a', { inputs: { x: '1' } }),
        endThrowing('t', { compensate: undefined }),
        ...path('s', 'a', 't'),
      ]),
    );
    instance.start();
    instance.complete('a');
    expect(instance.run({ type: 'CancelProcessInstance', reason: 'r' })).toBe('xua#4 xt#3 ✗(r)');
    expect(instance.leftovers).toEqual([]);
    expect(instance.state.variables).toEqual({});
  });

  it('is not where one may return to', () => {
    const instance = new InstanceDriver(
      processOf('p', [
        start('s'),
        ...undoable('a'),
        throwEvent('t', { compensate: undefined }),
        userTask('z'),
        end('e'),
        ...path('s', 'a', 't', 'z', 'e'),
      ]),
    );
    instance.start();
    instance.complete('a');
    instance.complete('ua');
    expect(instance.send({ type: 'ReturnToStep', target: 'ua', reason: 'r' })).toMatchObject({
      ok: false,
      error: { code: 'unknown-element' },
    });
    expect(instance.returnTo('a')).toContain('●a#');
  });
});

describe('a transaction', () => {
  const bought = (...more: readonly ProcessPart[]): InstanceDriver =>
    new InstanceDriver(
      processOf('p', [
        start('s'),
        transaction('T', [
          start('s1'),
          ...undoable('a'),
          parallel('g'),
          userTask('k'),
          userTask('q'),
          end('e1'),
          endThrowing('x', { cancel: true }),
          ...path('s1', 'a', 'g', 'k', 'x'),
          ...path('g', 'q', 'e1'),
        ]),
        end('e'),
        ...path('s', 'T', 'e'),
        ...more,
      ]),
    );
  const canceled = [boundary('cb', 'T', { cancel: true }), userTask('z'), ...path('cb', 'z', 'e')];

  it('that is canceled ends what runs, undoes what was done, and goes on at its cancel boundary event', () => {
    const instance = bought(...canceled);
    instance.start();
    instance.complete('a');
    expect(instance.complete('k')).toBe('✓k#6 -k#6 k-x +x#8 xq#7 ◀x#8(a#4) ◁!a#4 +ua#9 ●ua#9');
    expect(instance.complete('ua')).toBe('✓ua#9 -ua#9 -x#8 xT#2 +cb#10 -cb#10 cb-z +z#11 ●z#11');
    expect(instance.complete('z')).toBe('✓z#11 -z#11 z-e +e#12 -e#12 ■');
    expect(effectsOf(instance.effects)).toContain('CloseUserTask(q#7)');
  });

  it('without a cancel boundary event is stuck there', () => {
    const instance = bought();
    instance.start();
    instance.complete('a');
    instance.complete('k');
    expect(instance.state.incidents['x#8']).toMatchObject({ code: 'cancel' });
    expect(instance.open).toEqual(['q']);
  });
});
