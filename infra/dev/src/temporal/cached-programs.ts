import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseChecksums, sha256Of } from './checksums.js';
import { TEMPORAL_VERSION } from './temporal-release.js';

export interface TemporalPrograms {
  readonly server: string;
  readonly sql: string;
}

const NAMES = ['server', 'sql'] as const;
/** Written last: the two programs' checksums, in the form of `sha256sum`. */
const SEAL = '.complete';

export const programsFolder = (cache: string): string => join(cache, `temporal-${TEMPORAL_VERSION}`);

const programsIn = (folder: string): TemporalPrograms => ({
  server: join(folder, 'server'),
  sql: join(folder, 'sql'),
});

/** The programs kept from an earlier run; null if there are none or a file is not what was sealed. */
export async function cachedPrograms(cache: string): Promise<TemporalPrograms | null> {
  const folder = programsFolder(cache);
  const seal = join(folder, SEAL);
  if (!existsSync(seal)) return null;
  const sealed = parseChecksums(readFileSync(seal, 'utf8'));
  const intact = await Promise.all(
    NAMES.map(
      async (name) =>
        existsSync(join(folder, name)) && (await sha256Of(join(folder, name))) === sealed.get(name),
    ),
  );
  return intact.every(Boolean) ? programsIn(folder) : null;
}

/** Lets `fill` write both programs into a folder aside, seals it and puts it in its place, all or nothing. */
export async function keepPrograms(
  cache: string,
  fill: (folder: string) => Promise<void>,
): Promise<TemporalPrograms> {
  const folder = programsFolder(cache);
  const fresh = `${folder}.new-${process.pid}`;
  try {
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true });
    await fill(fresh);
    const lines = await Promise.all(
      NAMES.map(async (name) => `${await sha256Of(join(fresh, name))}  ${name}\n`),
    );
    for (const name of NAMES)
      if (!(statSync(join(fresh, name)).mode & 0o100)) throw new Error(`Expected ${name} to be executable`);
    writeFileSync(join(fresh, SEAL), lines.join(''));
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
    return programsIn(folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
