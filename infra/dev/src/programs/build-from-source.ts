import { join } from 'node:path';
import { runCommand } from '../process/run-command.js';

export interface SourceBuild {
  /** A Go module that pins the version of its tools and, in its go.sum, the checksum of every source they are built from. */
  readonly module: string;
  readonly tags?: string;
  /** Where each tool is put under its own name. */
  readonly folder: string;
  /** For downloads and what is compiled in between; emptied afterwards. */
  readonly cache: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Builds the tools that a module names. */
export async function buildFromSource(
  go: string,
  { module, tags, folder, cache, env }: SourceBuild,
): Promise<void> {
  const caches = {
    ...(env['GOCACHE'] ? {} : { GOCACHE: join(cache, 'go-build') }),
    ...(env['GOMODCACHE'] ? {} : { GOMODCACHE: join(cache, 'go-mod') }),
  };
  const options = {
    cwd: module,
    env: { ...env, ...caches, CGO_ENABLED: '0', GOTOOLCHAIN: 'local', GOWORK: 'off' },
  };
  const flags = ['-trimpath', ...(tags === undefined ? [] : ['-tags', tags]), '-ldflags', '-s -w'];
  await runCommand(go, ['build', ...flags, '-o', `${folder}/`, 'tool'], options);
  const cleaning = [
    ...('GOCACHE' in caches ? ['-cache'] : []),
    ...('GOMODCACHE' in caches ? ['-modcache'] : []),
  ];
  if (cleaning.length > 0) await runCommand(go, ['clean', ...cleaning], options); // needed once, over a gigabyte
}
