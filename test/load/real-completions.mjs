import { createHash, randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { CommandDispatch } from '@wuqing/command-dispatch';
import { insertOrFindCommand, systemActor } from '@wuqing/persistence';
import { createDataConverter, keyRingFrom } from '@wuqing/workflow-contracts/data-converter';
import { v7 as uuidv7 } from 'uuid';
import { PAYLOAD_KEYS } from './product-server.mjs';

const ACTOR = systemActor('bench');
const STEPS = 7;

/**
 * Completions as the API makes them: a committed command row, an update of the case's workflow, and the answer after
 * the journal entry's commit.
 */
export class RealCompletions {
  /** End (ms of `performance.now`) and duration of each. */
  done = [];
  stopped = false;

  constructor(bench, dispatch, connection) {
    Object.assign(this, { bench, dispatch, connection });
  }

  static async connect(bench, namespace, taskQueue) {
    const connection = await Connection.connect({ address: bench.temporalAddress });
    const dataConverter = createDataConverter(keyRingFrom(PAYLOAD_KEYS));
    const client = new Client({ connection, namespace, dataConverter });
    const options = { patienceMs: 20_000, taskQueue, now: () => Date.now() };
    const dispatch = new CommandDispatch(client, bench.unitOfWork, ACTOR, options);
    return new RealCompletions(bench, dispatch, connection);
  }

  close() {
    return this.connection.close();
  }

  /** Cases with their first task open, started by `clients` at once. */
  async startCases(count, clients) {
    const ids = Array.from({ length: count }, () => uuidv7());
    const left = [...ids];
    const client = async () => {
      for (let id = left.pop(); id; id = left.pop()) await this.start(id);
    };
    await Promise.all(Array.from({ length: clients }, client));
    return ids;
  }

  async start(caseId) {
    const { bench } = this;
    await bench.query(
      `INSERT INTO process_instance (id, number, unit_id, process_key, definition_checksum, title, audit_head, started_by, started_at)
       VALUES ($1, $2, $3, 'seven-user-tasks', $4, '压测事项', repeat('0', 64), 'system:bench', now())`,
      [caseId, `real-${caseId}`, bench.unitId, bench.checksum],
    );
    await this.send(caseId, { type: 'StartProcessInstance', variables: {} });
  }

  /** `clients` complete the open tasks of these cases, one case after the other, until stopped or out of cases. */
  run(caseIds, clients) {
    this.stopped = false;
    const left = [...caseIds];
    const client = async () => {
      for (let id = left.pop(); id && !this.stopped; id = left.pop())
        for (let step = 0; step < STEPS && !this.stopped; step += 1) await this.completeOpen(id);
      if (!this.stopped)
        throw new Error('Expected more cases than were completed: the bench ran out of work');
    };
    const running = Promise.all(Array.from({ length: clients }, client));
    return async () => {
      this.stopped = true;
      await running;
    };
  }

  async completeOpen(caseId) {
    const [task] = await this.bench.query(
      `SELECT id, element_key AS "elementKey", row_version AS "rowVersion" FROM user_task WHERE case_id = $1 AND state = 'open'`,
      [caseId],
    );
    const began = performance.now();
    await this.send(caseId, { type: 'CompleteUserTask', userTask: task.elementKey, variables: {} }, task);
    const ended = performance.now();
    this.done.push({ ended, took: ended - began });
  }

  async send(caseId, command, task) {
    const id = randomUUID();
    const row = {
      id,
      caseId,
      unitId: this.bench.unitId,
      actorId: 'bench',
      kind: command.type,
      body: { command, ...(task ? { submission: { note: '同意,按程序办理。' } } : {}) },
      bodyHash: createHash('sha256').update(id).digest('hex'),
      userTaskId: task?.id ?? null,
      taskRowVersion: task?.rowVersion ?? null,
    };
    const kept = await this.bench.unitOfWork.run(ACTOR, (work) => insertOrFindCommand(work, row, Date.now()));
    const outcome = await this.dispatch.send(kept.row);
    if (outcome.status !== 'accepted')
      throw new Error(`Expected ${command.type} to be accepted, found ${JSON.stringify(outcome)}`);
  }

  /** Completions that ended between two moments, with their rate and times. */
  between(from, to) {
    const took = this.done.filter(({ ended }) => ended >= from && ended < to).map((one) => one.took);
    return { count: took.length, perSecond: took.length / ((to - from) / 1_000), took };
  }
}
