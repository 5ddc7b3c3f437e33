import {
  boundary,
  catchEvent,
  end,
  endThrowing,
  linkCatch,
  receiveTask,
  sendTask,
  start,
  startOn,
  terminateEnd,
  throwEvent,
  undoneBy,
} from './event-parts.js';
import type { NodePart, ProcessPart } from './part.js';
import {
  eventBased,
  eventSubProcess,
  exclusive,
  flow,
  parallel,
  path,
  scriptTask,
  serviceTask,
  subProcess,
  transaction,
  undoing,
  userTask,
} from './process-parts.js';
import { insideOf, single, type Block, type Draw, type Drawn, type EventBlock } from './random-block.js';
import { triggerOf } from './random-catchers.js';

/** Events and what they do to the flow around a body. */
export function drawEvents(block: EventBlock, id: string, draw: Draw): Drawn {
  switch (block.kind) {
    case 'signal':
      return single(catchEvent(id, { signal: 'sig' }));
    case 'receive':
      return single(receiveTask(id, { message: `m-${id}`, correlationKey: 'n' }));
    case 'send':
      return single(sendTask(id, { message: `m-${id}`, correlationKey: 'n' }));
    case 'broadcast':
      return single(throwEvent(id, { signal: 'sig' }));
    case 'publish':
      return single(throwEvent(id, { message: `m-${id}` }, { inputs: { n: 'n' } }));
    case 'link':
      return drawLink(id);
    case 'gateway':
      return drawGateway(id);
    case 'guarded':
      return drawGuarded(userTask(id), triggerOf(block.by, id), block.interrupting);
    case 'serviceError':
      return drawGuarded(serviceTask(id, 'town.work'), { error: 'E' }, true);
    case 'eventSubProcess':
      return single(
        subProcess(id, [
          ...insideOf(draw(block.block, `${id}0`), id),
          handler(id, triggerOf(block.by, id), block),
        ]),
      );
    case 'error':
      return drawThrowing(id, block, draw, { error: 'E' }, true);
    case 'escalation':
      return drawThrowing(id, block, draw, { escalation: 'L' }, block.interrupting);
    case 'terminate':
      return single(subProcess(id, terminating(draw(block.block, `${id}0`), id)));
    case 'compensation':
      return drawCompensation(id, block, draw);
    case 'compensationSubProcess':
      return drawUndone(id, [...insideOf(draw(block.block, `${id}0`), id), compensating(id)]);
    case 'transaction':
      return drawTransaction(id, draw(block.block, `${id}1`));
  }
}

function drawLink(id: string): Drawn {
  const [to, from] = [`${id}-to`, `${id}-from`];
  return { parts: [throwEvent(to, { link: id }), linkCatch(from, id)], first: to, last: from };
}

function drawGateway(id: string): Drawn {
  const meet = `${id}-meet`;
  const events: NodePart[] = [
    catchEvent(`${id}-t`, { duration: 'if n > 3 then "-P1D" else "PT1H"' }),
    catchEvent(`${id}-s`, { signal: 'sig' }),
    catchEvent(`${id}-c`, { condition: 'n > 4' }),
    receiveTask(`${id}-r`, { message: `m-${id}` }),
    catchEvent(`${id}-m`, { message: `m-${id}-m` }),
  ];
  const flows = events.flatMap((event) => path(id, event.id, meet));
  return { parts: [eventBased(id), ...events, exclusive(meet), ...flows], first: id, last: meet };
}

/** An event that does not interrupt leads to an end of its own. */
export function drawGuarded(
  activity: NodePart,
  trigger: Parameters<typeof boundary>[2],
  interrupting: boolean,
): Drawn {
  const { id } = activity;
  const [event, meet] = [`${id}-event`, `${id}-meet`];
  const aside = interrupting
    ? path(event, meet)
    : [userTask(`${id}-aside`), end(`${id}-aside-end`), ...path(event, `${id}-aside`, `${id}-aside-end`)];
  return {
    parts: [
      activity,
      boundary(event, id, trigger, { interrupting }),
      exclusive(meet),
      ...path(id, meet),
      ...aside,
    ],
    first: id,
    last: meet,
  };
}

const handler = (
  id: string,
  trigger: Parameters<typeof startOn>[1],
  { interrupting }: { readonly interrupting: boolean },
): NodePart =>
  eventSubProcess(`${id}-handler`, [
    startOn(`${id}-on`, trigger, { interrupting }),
    userTask(`${id}-handle`),
    end(`${id}-handled`),
    ...path(`${id}-on`, `${id}-handle`, `${id}-handled`),
  ]);

/** The body, and then the throwing end where `n` says so, else the plain end. */
export function choosing({ parts, first, last }: Drawn, id: string, thrower: NodePart): ProcessPart[] {
  const [begins, choice, ends] = [`${id}-start`, `${id}-choice`, `${id}-end`];
  return [
    start(begins),
    ...parts,
    exclusive(choice),
    thrower,
    end(ends),
    ...path(begins, first),
    ...path(last, choice),
    flow(choice, thrower.id, { when: 'n < 4' }),
    flow(choice, ends, { isDefault: true }),
  ];
}

function drawThrowing(
  id: string,
  { inside, block }: { readonly inside: boolean; readonly block: Block },
  draw: Draw,
  what: { readonly error: string } | { readonly escalation: string },
  interrupting: boolean,
): Drawn {
  const body = choosing(draw(block, `${id}0`), id, endThrowing(`${id}-throw`, what));
  return inside
    ? single(subProcess(id, [...body, handler(id, what, { interrupting })]))
    : drawGuarded(subProcess(id, body), what, interrupting);
}

function terminating({ parts, first, last }: Drawn, id: string): ProcessPart[] {
  const ids = { start: `${id}-start`, fork: `${id}-fork`, stop: `${id}-stop`, end: `${id}-end` };
  return [
    start(ids.start),
    parallel(ids.fork),
    ...parts,
    userTask(ids.stop),
    terminateEnd(`${id}-all`),
    end(ids.end),
    ...path(ids.start, ids.fork, first),
    ...path(last, ids.end),
    ...path(ids.fork, ids.stop, `${id}-all`),
  ];
}

/** A user task with what undoes it, then the body. */
function undoable({ parts, first, last }: Drawn, id: string): Drawn {
  const ask = `${id}-ask`;
  return {
    parts: [
      userTask(ask, { inputs: { mine: 'n' } }),
      undoneBy(`${id}-undo`, ask, `${id}-undoing`),
      undoing(userTask(`${id}-undoing`)),
      scriptTask(`${id}-do`, 'n', 'n + 1'),
      undoneBy(`${id}-undo2`, `${id}-do`, `${id}-undoing2`),
      undoing(scriptTask(`${id}-undoing2`, 'n', 'n - 1')),
      ...parts,
      ...path(ask, `${id}-do`, first),
    ],
    first: ask,
    last,
  };
}

function drawCompensation(
  id: string,
  { nested, block }: Extract<EventBlock, { kind: 'compensation' }>,
  draw: Draw,
): Drawn {
  const { parts, first, last } = undoable(draw(block, `${id}1`), id);
  if (nested) {
    const inside = [start(`${id}-start`), ...parts, end(`${id}-end`), ...path(`${id}-start`, first)];
    return drawUndone(id, [...inside, ...path(last, `${id}-end`)]);
  }
  const thrown = `${id}-compensate`;
  return {
    parts: [...parts, throwEvent(thrown, { compensate: undefined }), ...path(last, thrown)],
    first,
    last: thrown,
  };
}

/** A sub-process, and then the event that undoes it alone. */
function drawUndone(id: string, inside: readonly ProcessPart[]): Drawn {
  const thrown = `${id}-compensate`;
  return {
    parts: [subProcess(id, inside), throwEvent(thrown, { compensate: id }), ...path(id, thrown)],
    first: id,
    last: thrown,
  };
}

const compensating = (id: string): NodePart =>
  eventSubProcess(`${id}-handler`, [
    startOn(`${id}-on`, { compensation: true }),
    userTask(`${id}-handle`),
    endThrowing(`${id}-rest`, { compensate: undefined }),
    ...path(`${id}-on`, `${id}-handle`, `${id}-rest`),
  ]);

function drawTransaction(id: string, body: Drawn): Drawn {
  const { parts, first, last } = undoable(body, id);
  const ids = { start: `${id}-start`, choice: `${id}-choice`, cancel: `${id}-cancel`, end: `${id}-end` };
  return drawGuarded(
    transaction(id, [
      start(ids.start),
      ...parts,
      exclusive(ids.choice),
      endThrowing(ids.cancel, { cancel: true }),
      end(ids.end),
      ...path(ids.start, first),
      ...path(last, ids.choice),
      flow(ids.choice, ids.cancel, { when: 'n < 4' }),
      flow(ids.choice, ids.end, { isDefault: true }),
    ]),
    { cancel: true },
    true,
  );
}
