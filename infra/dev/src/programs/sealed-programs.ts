import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseChecksums, sha256Of } from './checksums.js';

/** Programs by name in a folder that is there wholly or not at all. */
export interface ProgramFolder {
  readonly folder: string;
  readonly names: readonly string[];
}

/** Written last: the programs' checksums, in the form of `sha256sum`. */
const SEAL = '.complete';

/** Whether the folder holds every program as it was sealed. */
export async function isSealed({ folder, names }: ProgramFolder): Promise<boolean> {
  const seal = join(folder, SEAL);
  if (!existsSync(seal)) return false;
  const sealed = parseChecksums(readFileSync(seal, 'utf8'));
  const intact = await Promise.all(
    names.map(
      async (name) =>
        existsSync(join(folder, name)) && (await sha256Of(join(folder, name))) === sealed.get(name),
    ),
  );
  return intact.every(Boolean);
}

/** Lets `fill` write the programs into a folder aside, seals it and puts it in its place, all or nothing. */
export async function sealPrograms(
  { folder, names }: ProgramFolder,
  fill: (folder: string) => Promise<void>,
): Promise<void> {
  const fresh = `${folder}.new-${process.pid}`;
  try {
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true });
    await fill(fresh);
    const lines = await Promise.all(
      names.map(async (name) => `${await sha256Of(join(fresh, name))}  ${name}\n`),
    );
    for (const name of names)
      if (!(statSync(join(fresh, name)).mode & 0o100)) throw new Error(`Expected ${name} to be executable`);
    writeFileSync(join(fresh, SEAL), lines.join(''));
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
