import {
  boundary,
  end,
  endThrowing,
  passedEvent,
  receiveTask,
  sendingService,
  sendTask,
  start,
  terminateEnd,
  throwEvent,
  undoneBy,
  type Throws,
} from './event-parts.js';
import type { NodePart, ProcessPart } from './part.js';
import {
  adHoc,
  again,
  businessRuleTask,
  callActivity,
  decidingService,
  each,
  exclusive,
  flow,
  path,
  scriptTask,
  serviceTask,
  subProcess,
  task,
  transaction,
  undoing,
  userTask,
} from './process-parts.js';
import {
  insideOf,
  single,
  type ActivityBlock,
  type ActivityKind,
  type CatcherDraw,
  type Draw,
  type Drawn,
  type EndingThrow,
  type LoopKind,
  type PassingThrow,
  type ScopeKind,
} from './random-block.js';
import { boundaryOf, CODES, handlerOf } from './random-catchers.js';
import type { DrawCalled } from './random-scopes.js';

const SCOPES: readonly string[] = [
  'subProcess',
  'transaction',
  'adHoc',
  'callActivity',
] satisfies ScopeKind[];
const SERVICES: readonly string[] = [
  'serviceTask',
  'sendingService',
  'decidingService',
] satisfies ActivityKind[];

export const isScope = (what: ActivityKind): what is ScopeKind => SCOPES.includes(what);

/** The activity, what its boundary events lead to, and what undoes it. */
export function drawActivity(block: ActivityBlock, id: string, draw: Draw, call: DrawCalled): Drawn {
  const { what, loop, undo } = block;
  const bare = isScope(what) ? scopeOf(block, what, id, draw, call) : stepOf(what, id);
  const part = looped(mapped(bare, block), loop, block);
  const meet = `${id}-meet`;
  const events = eventsOf(block).flatMap((event, index) => {
    // What a loop itself throws happens beside it, also where it is drawn to interrupt.
    const beside = event.by === 'signal' && throwsSignal(block) ? { ...event, interrupting: false } : event;
    return boundaryOf(beside, id, `${id}-on${index}`, meet);
  });
  return {
    parts: [
      part,
      exclusive(meet),
      ...path(id, meet),
      ...events,
      ...(what === 'transaction'
        ? [boundary(`${id}-canceled`, id, { cancel: true }), ...path(`${id}-canceled`, meet)]
        : []),
      ...(undo ? undoneByPart(undo, id, call) : []),
    ],
    first: id,
    last: meet,
  };
}

/** Errors come from services and scopes, escalations from scopes and from multi-instances that tell them. */
function eventsOf({ what, events }: ActivityBlock): CatcherDraw[] {
  return events.filter(
    ({ by }) =>
      (by !== 'error' || isScope(what) || SERVICES.includes(what)) &&
      (by !== 'escalation' || isScope(what)) &&
      by !== 'compensation',
  );
}

function stepOf(what: Exclude<ActivityKind, ScopeKind>, id: string): NodePart {
  switch (what) {
    case 'task':
      return task(id);
    case 'userTask':
      return userTask(id);
    case 'serviceTask':
      return serviceTask(id, 'town.work');
    case 'sendTask':
      return sendTask(id, { message: `m-${id}`, correlationKey: 'n' });
    case 'sendingService':
      return sendingService(id, 'town.work');
    case 'receiveTask':
      return receiveTask(id, { message: `m-${id}`, correlationKey: 'n' });
    case 'scriptTask':
      return scriptTask(id, 'n', 'n + 1');
    case 'businessRuleTask':
      return businessRuleTask(id, 'weigh', 'n');
    case 'decidingService':
      return decidingService(id, 'town.work');
  }
}

/** Each row but the first reads the one before it; a member also writes the name of the list to which it brings its `n`. */
function mapped(
  part: NodePart,
  { mapped: isMapped, loop }: Pick<ActivityBlock, 'mapped' | 'loop'>,
): NodePart {
  if (!isMapped) return part;
  const listed: Readonly<Record<string, string>> =
    loop === 'parallel' || loop === 'sequential' ? { results: 'seen' } : {};
  const outputs = { n: 'n', seen: 'n', twice: 'seen', ...listed };
  return { ...part, options: { inputs: { n: 'n + 1', mine: 'n' }, outputs } };
}

function looped(
  part: NodePart,
  loop: LoopKind | undefined,
  block: Pick<ActivityBlock, 'events' | 'tells'>,
): NodePart {
  if (loop === undefined) return part;
  if (loop === 'standard') return again(part, { while: 'again', maximum: 3, testBefore: block.tells });
  return each(part, {
    sequential: loop === 'sequential',
    ...(block.tells ? { cardinality: '2' } : { collection: '[1, 2]', item: 'item' }),
    outputs: 'results',
    output: 'n',
    until: 'numberOfCompletedInstances > n',
    ...(throwsSignal({ ...block, loop }) && {
      throws: { when: 'each', definition: { kind: 'signal', signal: 'sig' } },
    }),
  });
}

/** Whether each member of its multi-instance throws the signal that its boundary events catch. */
const throwsSignal = ({ loop, tells, events }: Pick<ActivityBlock, 'loop' | 'tells' | 'events'>): boolean =>
  (loop === 'parallel' || loop === 'sequential') && tells && events[0]?.by === 'signal';

function undoneByPart(
  { what, loop }: NonNullable<ActivityBlock['undo']>,
  id: string,
  call: DrawCalled,
): ProcessPart[] {
  const handler = `${id}-undoing`;
  const step = single(userTask(`${handler}-step`));
  const part = isScope(what) ? emptyScope(what, handler, step, call) : stepOf(what, handler);
  return [undoneBy(`${id}-undo`, id, handler), undoing(looped(part, loop, { events: [], tells: false }))];
}

function emptyScope(what: ScopeKind, id: string, body: Drawn, call: DrawCalled): NodePart {
  switch (what) {
    case 'subProcess':
      return subProcess(id, insideOf(body, id));
    case 'transaction':
      return transaction(id, insideOf(body, id));
    case 'adHoc':
      return adHoc(id, body.parts);
    case 'callActivity':
      return callActivity(id, call({ kind: 'userTask' }, insideOf));
  }
}

function scopeOf(block: ActivityBlock, what: ScopeKind, id: string, draw: Draw, call: DrawCalled): NodePart {
  const handlers = handlersOf(block, what).map((handler, index) => handlerOf(handler, `${id}-h${index}`));
  const inside = (body: Drawn, scope: string): ProcessPart[] => passed(block, body, scope);
  switch (what) {
    case 'subProcess':
      return subProcess(id, [...inside(draw(block.block, `${id}0`), id), ...handlers]);
    case 'transaction':
      return transaction(id, [...inside(draw(block.block, `${id}0`), id), ...handlers]);
    case 'adHoc': {
      const begins = `${id}-part`;
      const part = subProcess(begins, inside(draw(block.block, `${id}0`), begins));
      return adHoc(id, [part, userTask(`${id}-beside`), ...handlers], {
        sequential: block.tells,
        ...(block.mapped && { active: `["${begins}"]`, until: 'n < 4', cancelRemaining: block.tells }),
      });
    }
    case 'callActivity':
      return callActivity(
        id,
        call(block.block, (body, scope) => [
          ...inside(body, scope),
          ...handlersOf(block, what).map((handler, index) => handlerOf(handler, `${scope}-h${index}`)),
        ]),
      );
  }
}

/** Compensation runs what a completed sub-process holds ready; a process or an ad-hoc sub-process is not opened again so. */
const handlersOf = ({ handlers }: ActivityBlock, what: ScopeKind): ActivityBlock['handlers'] =>
  handlers.filter(({ by }) => by !== 'compensation' || what === 'subProcess' || what === 'transaction');

/** Start, body, what is thrown on the way, and an end of the kind that `n` chooses. */
function passed(block: ActivityBlock, { parts, first, last }: Drawn, id: string): ProcessPart[] {
  const named = block.block.kind === 'activity' ? first : undefined;
  const passing = block.passing.map((what, index) => passingPart(what, `${id}-pass${index}`, named));
  const ending = endingOf(block).map((what, index) => endingPart(what, `${id}-stop${index}`));
  const [begins, choice, ends] = [`${id}-start`, `${id}-choice`, `${id}-end`];
  return [
    start(begins),
    ...parts,
    ...passing,
    exclusive(choice),
    ...ending,
    end(ends),
    ...path(begins, first),
    ...path(last, ...passing.map((part) => part.id), choice),
    ...ending.map((part, index) => flow(choice, part.id, { when: `n < ${2 * index + 3}` })),
    flow(choice, ends, { isDefault: true }),
  ];
}

/** What is caught here is thrown; an error that nobody here catches would be stuck for good. */
function endingOf(block: ActivityBlock): EndingThrow[] {
  const caught = [...eventsOf(block), ...handlersOf(block, block.what as ScopeKind)].map(({ by }) => by);
  const thrown = (['error', 'escalation'] as const).filter((what) => caught.includes(what));
  const others = block.ending.filter(
    (what) => what !== 'error' && (what !== 'cancel' || block.what === 'transaction'),
  );
  return [...new Set([...thrown, ...others])];
}

function passingPart(what: PassingThrow, id: string, named: string | undefined): NodePart {
  if (what === 'none') return passedEvent(id);
  return throwEvent(id, what === 'named' ? { compensate: named } : thrown(what, id));
}

function endingPart(what: EndingThrow, id: string): NodePart {
  if (what === 'terminate') return terminateEnd(id);
  if (what === 'cancel') return endThrowing(id, { cancel: true });
  return endThrowing(id, what === 'error' ? { error: CODES.error } : thrown(what, id));
}

function thrown(what: Exclude<PassingThrow, 'none' | 'named'>, id: string): Throws {
  switch (what) {
    case 'message':
      return { message: `m-${id}`, correlationKey: 'n' };
    case 'signal':
      return { signal: 'sig' };
    case 'escalation':
      return { escalation: CODES.escalation };
    case 'compensation':
      return { compensate: undefined };
  }
}
