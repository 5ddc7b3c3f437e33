import type {
  ActivityBlock,
  ActivityKind,
  Block,
  CatcherDraw,
  EndingThrow,
  HandlerDraw,
  LoopKind,
  PassingThrow,
  ProcessDraw,
  ScopeKind,
  StartKind,
  TriggerKind,
} from '@wuqing/testing';
import fc from 'fast-check';

const kindOf = <T extends string>(...kinds: readonly T[]): fc.Arbitrary<{ kind: T }> =>
  fc.constantFrom(...kinds).map((kind) => ({ kind }));

const by = fc.constantFrom<TriggerKind>('timer', 'message', 'signal', 'condition');
const interrupting = fc.boolean();

const leaf: fc.Arbitrary<Block> = fc.oneof(
  { weight: 3, arbitrary: kindOf('userTask') },
  kindOf('timer', 'date', 'condition', 'message', 'service', 'script', 'task'),
  kindOf('signal', 'receive', 'send', 'broadcast', 'publish', 'link', 'gateway', 'serviceError', 'decision'),
  fc.record({ kind: fc.constant('guarded' as const), by, interrupting }),
);

const seldom = <T>(arbitrary: fc.Arbitrary<T>, freq = 3): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq });
const upTo = <T>(maxLength: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(arbitrary, { maxLength });

const scope = fc.constantFrom<ScopeKind>('subProcess', 'transaction', 'adHoc', 'callActivity');
const what = fc.oneof(
  fc.constantFrom<ActivityKind>(
    'task',
    'userTask',
    'serviceTask',
    'sendTask',
    'sendingService',
    'receiveTask',
    'scriptTask',
    'businessRuleTask',
    'decidingService',
  ),
  scope,
);
const loop = fc.constantFrom<LoopKind>('parallel', 'sequential', 'standard');
const catcher: fc.Arbitrary<CatcherDraw> = fc.record({
  by: fc.constantFrom<CatcherDraw['by']>(
    'timer',
    'date',
    'cycle',
    'message',
    'signal',
    'condition',
    'error',
    'escalation',
    'compensation',
  ),
  interrupting,
  coded: fc.boolean(),
  then: fc.constantFrom('step', 'step', 'broadcast', 'terminate'),
});
const handler: fc.Arbitrary<HandlerDraw> = fc
  .tuple(catcher, fc.option(catcher, { nil: undefined }))
  .map(([outer, inner]) => ({ ...outer, ...(inner && { inner }) }));
const passing = fc.constantFrom<PassingThrow>(
  'none',
  'message',
  'signal',
  'escalation',
  'compensation',
  'named',
);
const ending = fc.constantFrom<EndingThrow>(
  'message',
  'signal',
  'escalation',
  'compensation',
  'error',
  'terminate',
  'cancel',
);

/** One activity of any kind with what hangs on it. */
const activityAround = (block: fc.Arbitrary<Block>): fc.Arbitrary<ActivityBlock> =>
  fc.record({
    kind: fc.constant('activity' as const),
    what,
    loop: seldom(loop, 2),
    mapped: fc.boolean(),
    tells: fc.boolean(),
    undo: seldom(fc.record({ what, loop: seldom(loop) })),
    events: upTo(2, catcher),
    handlers: upTo(2, handler),
    passing: upTo(2, passing),
    ending: upTo(2, ending),
    block,
  });

/** Nested blocks of every element that is executed. */
export const { block: anyBlock } = fc.letrec<{ block: Block }>((tie) => {
  const block = tie('block');
  const around = <T extends string>(...kinds: readonly T[]) =>
    fc.record({ kind: fc.constantFrom(...kinds), block });
  return {
    block: fc.oneof(
      { depthSize: 'small', maxDepth: 4, withCrossShrink: true },
      leaf,
      fc.record({
        kind: fc.constantFrom(
          'sequence' as const,
          'exclusive' as const,
          'parallel' as const,
          'inclusive' as const,
        ),
        blocks: fc.array(block, { minLength: 2, maxLength: 3 }),
      }),
      around(
        'loop',
        'subProcess',
        'terminate',
        'transaction',
        'compensationSubProcess',
        'call',
        'callThrowing',
      ),
      fc.record({ kind: fc.constant('callEach' as const), sequential: fc.boolean(), block }),
      fc.record({
        kind: fc.constant('adHoc' as const),
        sequential: fc.boolean(),
        ends: fc.constantFrom('empty' as const, 'told' as const),
        blocks: fc.array(block, { minLength: 1, maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('eventSubProcess' as const), by, interrupting, block }),
      fc.record({ kind: fc.constant('error' as const), inside: fc.boolean(), block }),
      fc.record({ kind: fc.constant('escalation' as const), inside: fc.boolean(), interrupting, block }),
      fc.record({ kind: fc.constant('compensation' as const), nested: fc.boolean(), block }),
      fc.record({
        kind: fc.constant('each' as const),
        sequential: fc.boolean(),
        block: fc.option(block, { nil: undefined }),
      }),
      fc.record({ kind: fc.constant('again' as const), block: fc.option(block, { nil: undefined }) }),
      { weight: 12, arbitrary: activityAround(block) },
    ),
  };
});

/** A process with its ways to begin and its own event sub-processes. */
export const anyProcess: fc.Arbitrary<ProcessDraw> = fc.record({
  starts: fc.oneof(
    { weight: 4, arbitrary: fc.constant<StartKind>('none') },
    {
      weight: 5,
      arbitrary: fc.constantFrom<StartKind>(
        'timer',
        'date',
        'cycle',
        'message',
        'signal',
        'condition',
        'receive',
        'exclusiveGateway',
        'parallelGateway',
        'several',
      ),
    },
  ),
  handlers: upTo(2, handler),
  block: anyBlock,
});
