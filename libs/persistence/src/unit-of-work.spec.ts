import type { DataSource } from 'typeorm';
import { systemActor } from './actor.js';
import { FactsUnitOfWork, UnitOfWork } from './unit-of-work.js';

const ACTOR = systemActor('test');

/** A data source whose connections do nothing but count how many of them are out. */
function counted() {
  const open = { now: 0, most: 0 };
  const createQueryRunner = () => {
    open.now += 1;
    open.most = Math.max(open.most, open.now);
    return {
      isTransactionActive: true,
      connect: () => Promise.resolve({ query: () => Promise.resolve({ rows: [] }) }),
      startTransaction: () => Promise.resolve(),
      commitTransaction: () => Promise.resolve(),
      rollbackTransaction: () => Promise.resolve(),
      release: () => Promise.resolve(void (open.now -= 1)),
    };
  };
  return { open, source: { createQueryRunner } as unknown as DataSource };
}

describe('a unit of work', () => {
  it('is not begun inside another one of the same door, however far inside', async () => {
    const { open, source } = counted();
    const door = new UnitOfWork(source);
    const inside = async (): Promise<number> => {
      await new Promise(setImmediate);
      return door.run(ACTOR, () => Promise.resolve(1));
    };
    await expect(door.run(ACTOR, () => Promise.all([inside(), inside()]))).rejects.toThrow(/same door/);
    expect(open).toEqual({ now: 0, most: 1 });
  });

  it('is begun beside another one, after one, and after one that failed', async () => {
    const door = new UnitOfWork(counted().source);
    const one = (value: number) => door.run(ACTOR, () => Promise.resolve(value));
    expect(await Promise.all([one(1), one(2)])).toEqual([1, 2]);
    await expect(door.run(ACTOR, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await one(3)).toBe(3);
  });

  it('reads facts by a door of their own', async () => {
    const door = new UnitOfWork(counted().source);
    const facts = new FactsUnitOfWork(counted().source);
    const fact = () => facts.run(ACTOR, () => Promise.resolve('fact'));
    expect(await door.run(ACTOR, fact)).toBe('fact');
  });

  it('may begin what goes on after it', async () => {
    const door = new UnitOfWork(counted().source);
    let goOn = (): void => undefined;
    const outside = new Promise<void>((resolve) => (goOn = resolve));
    let later: Promise<number> | undefined;
    await door.run(ACTOR, () => {
      later = outside.then(() => door.run(ACTOR, () => Promise.resolve(4)));
      return Promise.resolve();
    });
    goOn();
    expect(await later).toBe(4);
  });
});
