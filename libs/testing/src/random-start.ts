import { catchEvent, receiveTask, start, startOn } from './event-parts.js';
import { eventBased, exclusive, parallel, path } from './process-parts.js';
import { single, type Drawn, type ProcessDraw, type StartKind } from './random-block.js';
import { handlerOf, triggerOf } from './random-catchers.js';

/** How a drawn process begins; `last` leads to its body. */
export function drawStart(starts: StartKind): Drawn {
  switch (starts) {
    case 'none':
      return single(start('start'));
    case 'receive':
      return single(receiveTask('start', { message: 'm-start' }, { instantiate: true }));
    case 'exclusiveGateway':
      return behindGateway('exclusive');
    case 'parallelGateway':
      return behindGateway('parallel');
    case 'several':
      return merged([
        start('start'),
        startOn('start-m', { message: 'm-start' }),
        startOn('start-s', { signal: 'sig' }),
      ]);
    default:
      return single(startOn('start', triggerOf(starts, 'start')));
  }
}

const merged = (parts: Drawn['parts'][number][]): Drawn => {
  const meet = 'start-meet';
  return {
    parts: [...parts, exclusive(meet), ...parts.flatMap((part) => path(part.id, meet))],
    first: 'start',
    last: meet,
  };
};

/** A message and a signal behind an instantiating gateway: the first alone, or each of them. */
function behindGateway(instantiate: 'exclusive' | 'parallel'): Drawn {
  const events = [catchEvent('start-m', { message: 'm-start' }), catchEvent('start-s', { signal: 'sig' })];
  const meet = instantiate === 'parallel' ? parallel('start-meet') : exclusive('start-meet');
  const flows = events.flatMap(({ id }) => path('start', id, meet.id));
  return {
    parts: [eventBased('start', instantiate), ...events, meet, ...flows],
    first: 'start',
    last: meet.id,
  };
}

/** The process's own event sub-processes. */
export const drawHandlers = ({ handlers }: ProcessDraw): Drawn['parts'] =>
  handlers.filter(({ by }) => by !== 'compensation').map((handler, index) => handlerOf(handler, `h${index}`));
