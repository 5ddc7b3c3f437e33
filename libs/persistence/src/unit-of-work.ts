import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { Actor } from './actor.js';

/** One transaction in an actor's name. */
export interface Work {
  readonly actor: Actor;
  readonly manager: EntityManager;
  /** Parametrized SQL, rows as plain objects. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** A part that may fail by itself: what it has written is undone, the rest of the transaction goes on. */
  part<T>(perform: () => Promise<T>): Promise<T>;
}

/**
 * The one door to the database: what `run` is given is committed whole or not at all. Inside a transaction nothing comes in by
 * the same door again: the second connection could be one that others wait for who hold theirs, and all would wait for ever.
 */
export class UnitOfWork {
  private readonly within = new AsyncLocalStorage<{ isOpen: boolean }>();

  constructor(private readonly dataSource: DataSource) {}

  async run<T>(actor: Actor, perform: (work: Work) => Promise<T>): Promise<T> {
    if (this.within.getStore()?.isOpen)
      throw new Error('Expected no unit of work inside another one of the same door: hand its work on');
    const mark = { isOpen: true };
    try {
      return await this.within.run(mark, () => this.transaction(actor, perform));
    } finally {
      mark.isOpen = false; // what was begun in it and goes on after it is outside
    }
  }

  private async transaction<T>(actor: Actor, perform: (work: Work) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction('READ COMMITTED');
      const value = await perform(workOf(actor, runner));
      await runner.commitTransaction();
      return value;
    } catch (error) {
      // A lost connection has rolled back on the server already: the first error is the one to report.
      if (runner.isTransactionActive) await Promise.allSettled([runner.rollbackTransaction()]);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/** The door to what changes seldom and is asked for inside other units of work: over a pool of its own. */
export class FactsUnitOfWork extends UnitOfWork {}

function workOf(actor: Actor, runner: QueryRunner): Work {
  return {
    actor,
    manager: runner.manager,
    part: (perform) => partOf(runner, perform),
    query: async <Row>(sql: string, parameters: readonly unknown[] = []) => {
      const { records } = await runner.query(sql, [...parameters], true);
      return (records ?? []) as Row[];
    },
  };
}

async function partOf<T>(runner: QueryRunner, perform: () => Promise<T>): Promise<T> {
  await runner.query('SAVEPOINT part');
  try {
    const value = await perform();
    await runner.query('RELEASE SAVEPOINT part');
    return value;
  } catch (error) {
    await runner.query('ROLLBACK TO SAVEPOINT part');
    throw error;
  }
}
