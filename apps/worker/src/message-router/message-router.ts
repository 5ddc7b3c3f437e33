import { Inject, Injectable } from '@nestjs/common';
import {
  answeredMessages,
  broadcastSignal,
  carryMessage,
  deliverableMessages,
  expireMessages,
  outlivedMessages,
  routeMessage,
  settleMessages,
  systemActor,
  unroutedMessages,
  waitingSignals,
} from '@wuqing/persistence';
import { Loops } from '../loops.js';
import { rowQueue, type RowQueue } from '../row-work/row-queue.js';
import { startContextOf } from '../start-context.js';

const ACTOR = systemActor('message-router');
const BATCH = 100;
const IDLE_MS = 500;

/** What became of messages first, so that what was refused finds its next receiver in the same beat. */
const QUEUES: readonly RowQueue[] = [
  rowQueue({ queue: 'message-outcome', limit: BATCH, find: answeredMessages, handleAll: settleMessages }),
  rowQueue({
    queue: 'message',
    limit: BATCH,
    find: unroutedMessages,
    handleOne: (work, { id }, now) => routeMessage(work, id, startContextOf(now)),
  }),
  rowQueue({
    queue: 'message-delivery',
    limit: BATCH,
    find: deliverableMessages,
    handleOne: (work, { id }, now) => carryMessage(work, id, startContextOf(now)),
  }),
  rowQueue({
    queue: 'signal',
    limit: BATCH,
    find: waitingSignals,
    handleOne: (work, { id }, now) => broadcastSignal(work, id, startContextOf(now)),
  }),
  rowQueue({
    queue: 'message-expiry',
    limit: BATCH,
    byTheClock: true,
    find: outlivedMessages,
    handleAll: expireMessages,
  }),
];

/**
 * Brings messages to the one who waits and signals to all who do, and looks after what became of them. Any number of replicas: each message
 * is taken under its own lock. It only writes command rows; the courier carries them.
 */
@Injectable()
export class MessageRouter {
  constructor(@Inject(Loops) loops: Loops) {
    loops.add({
      name: 'message-router',
      actor: ACTOR,
      queues: QUEUES,
      idleMs: IDLE_MS,
    });
  }
}
