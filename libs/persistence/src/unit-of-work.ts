import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { Actor } from './actor.js';
import { tellSession, type Connection } from './walls-of-session.js';

/** Statements in an actor's name. */
export interface Statements {
  readonly actor: Actor;
  /** Parametrized SQL, rows as plain objects. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** The same for what is asked at every request: parsed and planned once a connection. One name, one text. */
  prepared<Row>(name: string, sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** One transaction in an actor's name. */
export interface Work extends Statements {
  readonly manager: EntityManager;
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
    this.requireOutside();
    const mark = { isOpen: true };
    try {
      return await this.within.run(mark, () => this.transaction(actor, perform));
    } finally {
      mark.isOpen = false; // what was begun in it and goes on after it is outside
    }
  }

  /**
   * Without a transaction: each statement stands by itself, on whichever connection is free. For what only reads, and for
   * a write that is one statement; a transaction would cost as much again.
   */
  async look<T>(actor: Actor, perform: (statements: Statements) => Promise<T>): Promise<T> {
    this.requireOutside();
    return perform(statementsOver(actor, (ask) => onFreeConnection(this.dataSource, actor, ask)));
  }

  private requireOutside(): void {
    if (this.within.getStore()?.isOpen)
      throw new Error('Expected no unit of work inside another one of the same door: hand its work on');
  }

  private async transaction<T>(actor: Actor, perform: (work: Work) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await tellSession((await runner.connect()) as Connection, actor);
      await runner.startTransaction();
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

/** A connection of the pool's, until it is given back. */
interface TakenConnection extends Connection {
  release(error?: boolean): void;
}

interface Pool {
  connect(): Promise<TakenConnection>;
}

type Asking<T> = (connection: Connection) => Promise<T>;

/** Whichever is free is told who asks before it is asked; one on which something failed is not used again. */
async function onFreeConnection<T>(dataSource: DataSource, actor: Actor, ask: Asking<T>): Promise<T> {
  const connection = await (dataSource.driver as unknown as { master: Pool }).master.connect();
  let isWhole = false;
  try {
    await tellSession(connection, actor);
    const answer = await ask(connection);
    isWhole = true;
    return answer;
  } finally {
    connection.release(!isWhole);
  }
}

function statementsOver(actor: Actor, on: <T>(ask: Asking<T>) => Promise<T>): Statements {
  const ask = async <Row>(text: string, values: readonly unknown[], name?: string): Promise<Row[]> => {
    const { rows } = await on((connection) =>
      connection.query({ text, values: [...values], ...(name !== undefined && { name }) }),
    );
    return rows as Row[];
  };
  return {
    actor,
    query: (sql, parameters = []) => ask(sql, parameters),
    prepared: (name, sql, parameters = []) => ask(sql, parameters, name),
  };
}

function workOf(actor: Actor, runner: QueryRunner): Work {
  return {
    ...statementsOver(actor, async (ask) => ask((await runner.connect()) as Connection)),
    manager: runner.manager,
    part: (perform) => partOf(runner, perform),
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
