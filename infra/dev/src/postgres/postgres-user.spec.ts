import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mayEnter, requireReachable } from './postgres-user.js';

const postgres = { uid: 101, gid: 104 };

describe('folders on the way to the database', () => {
  it.each([
    ['open to all', { uid: 0, gid: 0, mode: 0o755 }, true],
    ['closed to others', { uid: 0, gid: 0, mode: 0o750 }, false],
    ['its own', { uid: 101, gid: 0, mode: 0o700 }, true],
    ["its group's", { uid: 0, gid: 104, mode: 0o710 }, true],
    ["its group's, but closed to the group and open to others", { uid: 0, gid: 104, mode: 0o701 }, false],
    ['its own, but closed to itself', { uid: 101, gid: 104, mode: 0o077 }, false],
  ])('%s', (_, rights, allowed) => {
    expect(mayEnter(postgres, rights)).toBe(allowed);
  });

  it('root enters everywhere', () => {
    expect(mayEnter({ uid: 0, gid: 0 }, { uid: 5, gid: 5, mode: 0 })).toBe(true);
  });

  it('a closed one is named, with what to do', () => {
    const closed = mkdtempSync(join(tmpdir(), 'wuqing-closed-'));
    mkdirSync(join(closed, 'checkout'));
    chmodSync(closed, 0o700);
    const stranger = { uid: 64_000, gid: 64_000 };
    expect(() => requireReachable(stranger, join(closed, 'checkout', '.data'))).toThrow(
      `may not enter ${closed}: move`,
    );
    expect(() => requireReachable({}, join(closed, 'checkout', '.data'))).not.toThrow();
    chmodSync(closed, 0o711);
    expect(() => requireReachable(stranger, join(closed, 'checkout', '.data'))).not.toThrow();
    rmSync(closed, { recursive: true });
  });
});
