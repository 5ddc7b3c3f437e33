import type { Caller } from '../access/caller.js';
import type { NewsSince } from '../visibility/visible-changes.js';
import { LiveHub } from './live-hub.js';
import type { Wire } from './live-stream.js';

const CALLER = {
  personId: 'she',
  session: { tokenHash: 'a', mustChangePassword: false },
} as unknown as Caller;

/** A log whose cursors are how many changes were committed; `commit` wakes nobody. */
class FakeLog {
  private committed = 0;
  commit(): void {
    this.committed += 1;
  }
  get now(): string {
    return String(this.committed);
  }
  since(_statements: unknown, cursor: string, until = this.now): Promise<NewsSince> {
    const ids = Array.from({ length: this.committed }, (_, at) => at + 1);
    const found = ids.filter((id) => id > Number(cursor) && id <= Number(until));
    return Promise.resolve({
      cursor: until,
      isWhole: true,
      endedPersons: new Set(),
      standingsMoved: false,
      heardBy: () => found.map((id) => ({ topic: 'case', id: String(id), version: null, caseId: null })),
    } as unknown as NewsSince);
  }
}

class FakeWire implements Wire {
  readonly writableLength = 0;
  private text = '';
  write(text: string): void {
    this.text += text;
  }
  end(): void {}
  get cursors(): number[] {
    return [...this.text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
  }
  get heard(): string[] {
    return [...this.text.matchAll(/"id":"(\d+)"/g)].map(([, id]) => id!);
  }
}

function listening() {
  const log = new FakeLog();
  let wake = (): void => undefined;
  const hub = new LiveHub(
    {
      look: (_: unknown, read: (from: unknown) => unknown) =>
        read({ query: async () => [{ cursor: log.now }] }),
    } as never,
    { signal: { start: (look: () => void) => (wake = look), stop: () => Promise.resolve() } } as never,
    { peek: () => Promise.resolve(CALLER) } as never,
    log as never,
    {},
  );
  const join = async (since?: string) => {
    const wire = new FakeWire();
    return { wire, leave: await hub.join(CALLER, since, () => wire) };
  };
  const told = async (): Promise<void> => {
    wake();
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return { log, hub, join, told };
}

describe('whoever comes again', () => {
  it('hears what was committed while he came once, though the process had not looked yet', async () => {
    const { log, hub, join, told } = listening();
    const other = await join();
    log.commit();
    const again = await join('0');
    await told();
    log.commit();
    await told();
    expect([again.wire.heard, other.wire.heard]).toEqual([
      ['1', '2'],
      ['1', '2'],
    ]);
    await hub.beforeApplicationShutdown();
  });

  it('hears nothing again that a process which was ahead of this one has told him', async () => {
    const { log, hub, join, told } = listening();
    await join();
    log.commit();
    const again = await join('1');
    await told();
    expect(again.wire.heard).toEqual([]);
    log.commit();
    await told();
    expect(again.wire.heard).toEqual(['2']);
    await hub.beforeApplicationShutdown();
  });

  it('is never led back behind what he has heard', async () => {
    const { log, hub, join, told } = listening();
    await join();
    for (let change = 0; change < 3; change += 1) log.commit();
    const { wire } = await join('1');
    await told();
    log.commit();
    await told();
    expect(wire.cursors).toEqual([...wire.cursors].sort((one, other) => one - other));
    expect(wire.cursors.at(-1)).toBe(4);
    await hub.beforeApplicationShutdown();
  });
});
