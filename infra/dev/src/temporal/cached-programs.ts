import { join } from 'node:path';
import { isSealed, sealPrograms, type ProgramFolder } from '../programs/sealed-programs.js';
import { TEMPORAL_VERSION } from './temporal-release.js';

export interface TemporalPrograms {
  readonly server: string;
  readonly sql: string;
}

export const programsFolder = (cache: string): string => join(cache, `temporal-${TEMPORAL_VERSION}`);

const folderOf = (cache: string): ProgramFolder => ({
  folder: programsFolder(cache),
  names: ['server', 'sql'],
});

const programsIn = (folder: string): TemporalPrograms => ({
  server: join(folder, 'server'),
  sql: join(folder, 'sql'),
});

/** The programs kept from an earlier run; null if there are none or a file is not what was sealed. */
export async function cachedPrograms(cache: string): Promise<TemporalPrograms | null> {
  return (await isSealed(folderOf(cache))) ? programsIn(programsFolder(cache)) : null;
}

/** Lets `fill` write both programs, and keeps them, all or nothing. */
export async function keepPrograms(
  cache: string,
  fill: (folder: string) => Promise<void>,
): Promise<TemporalPrograms> {
  await sealPrograms(folderOf(cache), fill);
  return programsIn(programsFolder(cache));
}
