import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { Actor } from './actor.js';

/** One transaction in an actor's name. */
export interface Work {
  readonly actor: Actor;
  readonly manager: EntityManager;
  /** Parametrized SQL, rows as plain objects. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** The one door to the database: what `run` is given is committed whole or not at all. */
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  async run<T>(actor: Actor, perform: (work: Work) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction('READ COMMITTED');
      const value = await perform(workOf(actor, runner));
      await runner.commitTransaction();
      return value;
    } catch (error) {
      if (runner.isTransactionActive) await rollBack(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

function workOf(actor: Actor, runner: QueryRunner): Work {
  return {
    actor,
    manager: runner.manager,
    query: async <Row>(sql: string, parameters: readonly unknown[] = []) => {
      const { records } = await runner.query(sql, [...parameters], true);
      return (records ?? []) as Row[];
    },
  };
}

/** A lost connection has already rolled back on the server; the first error is the one to report. */
async function rollBack(runner: QueryRunner): Promise<void> {
  try {
    await runner.rollbackTransaction();
  } catch (error) {
    if (!runner.isReleased && !(error instanceof Error)) throw error;
  }
}
