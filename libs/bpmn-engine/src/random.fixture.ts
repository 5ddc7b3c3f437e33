import type { Block, InstanceDriver, TriggerKind } from '@wuqing/testing';
import fc from 'fast-check';
import type { Command, ProcessInstanceState } from './index.js';

const kindOf = <T extends string>(...kinds: readonly T[]): fc.Arbitrary<{ kind: T }> =>
  fc.constantFrom(...kinds).map((kind) => ({ kind }));

const by = fc.constantFrom<TriggerKind>('timer', 'message', 'signal', 'condition');
const interrupting = fc.boolean();

const leaf: fc.Arbitrary<Block> = fc.oneof(
  { weight: 3, arbitrary: kindOf('userTask') },
  kindOf('timer', 'message', 'service', 'script', 'task'),
  kindOf('signal', 'receive', 'send', 'broadcast', 'publish', 'link', 'gateway', 'serviceError'),
  fc.record({ kind: fc.constant('guarded' as const), by, interrupting }),
);

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
      around('loop', 'subProcess', 'terminate', 'transaction', 'compensationSubProcess'),
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
    ),
  };
});

/** A command by its kind and the number of the open thing that it is about. */
export const anyMove = fc.record({
  kind: fc.nat(14),
  which: fc.nat(20),
  variables: fc.record({ n: fc.nat(6), again: fc.boolean() }),
});
export type Move = typeof anyMove extends fc.Arbitrary<infer T> ? T : never;

const pick = (keys: readonly string[], which: number): string => keys[which % keys.length] ?? 'nothing#0';

/** What a move means in this state: mostly something that is open, now and then what is not and will be refused. */
export function commandOf(state: ProcessInstanceState, { kind, which, variables }: Move): Command {
  const { userTasks, timers, subscriptions, services, incidents, signals = {}, executed } = state;
  const offers: (readonly [readonly string[], (key: string) => Command])[] = [
    [userTasks, (userTask) => ({ type: 'CompleteUserTask', userTask, variables })],
    [Object.keys(timers), (timer) => ({ type: 'TriggerTimer', timer })],
    [Object.keys(subscriptions), (subscription) => ({ type: 'CorrelateMessage', subscription, variables })],
    [Object.keys(services), (serviceTask) => ({ type: 'CompleteServiceTask', serviceTask, variables })],
    [Object.keys(services), (serviceTask) => ({ type: 'FailServiceTask', serviceTask, message: 'no' })],
    [Object.keys(incidents), (incident) => ({ type: 'ResolveIncident', incident })],
    [Object.keys(signals), (subscription) => ({ type: 'TriggerSignal', subscription, variables })],
    [Object.keys(services), (serviceTask) => errorOf(serviceTask, which, variables)],
    [which % 5 === 0 ? executed : [], (target) => ({ type: 'ReturnToStep', target, reason: 'r' })],
    [which % 7 === 0 ? ['again'] : [], () => ({ type: 'StartProcessInstance', variables })],
  ];
  const open = offers.filter(([keys]) => keys.length > 0);
  const [keys, command] = (kind < 13 ? open[kind % open.length] : undefined) ?? offers[kind % offers.length]!;
  return command(pick(keys, which));
}

const errorOf = (serviceTask: string, which: number, variables: Move['variables']): Command => ({
  type: 'ThrowServiceError',
  serviceTask,
  errorCode: which % 2 === 0 ? 'E' : 'other',
  message: 'no',
  variables,
});

/** Does all that is open, mends all that is stuck, and lets no loop go round again. */
export function finish(instance: InstanceDriver): void {
  const variables = { again: false, n: 0 };
  for (let turn = 0; instance.state.status === 'running' && turn < 500; turn += 1) {
    const { userTasks, timers, subscriptions, services, incidents, signals = {} } = instance.state;
    const open: [readonly string[], (key: string) => Command][] = [
      [userTasks, (userTask) => ({ type: 'CompleteUserTask', userTask, variables })],
      [Object.keys(services), (serviceTask) => ({ type: 'CompleteServiceTask', serviceTask, variables })],
      [Object.keys(timers), (timer) => ({ type: 'TriggerTimer', timer })],
      [Object.keys(subscriptions), (subscription) => ({ type: 'CorrelateMessage', subscription, variables })],
      [Object.keys(signals), (subscription) => ({ type: 'TriggerSignal', subscription, variables })],
      [Object.keys(incidents), (incident) => ({ type: 'ResolveIncident', incident })],
    ];
    const next = open.filter(([keys]) => keys.length > 0);
    if (next.length === 0) return;
    const [keys, command] = next[turn % 7 === 6 ? next.length - 1 : 0]!;
    instance.run(command(keys[turn % keys.length]!));
  }
}
