import { join } from 'node:path';
import { CHECKOUT } from '../places.js';
import { runCommand } from '../process/run-command.js';

/** The module that pins the server's version and, in its go.sum, the checksum of every source it is built from. */
const MODULE = join(CHECKOUT, 'infra', 'temporal-server');

/** Builds `server` and `sql` into `folder`; 3 to 5 minutes on two cores, the first time with 300 MB of downloads. */
export async function buildFromSource(
  go: string,
  folder: string,
  cache: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const caches = {
    ...(env['GOCACHE'] ? {} : { GOCACHE: join(cache, 'go-build') }),
    ...(env['GOMODCACHE'] ? {} : { GOMODCACHE: join(cache, 'go-mod') }),
  };
  const options = {
    cwd: MODULE,
    env: { ...env, ...caches, CGO_ENABLED: '0', GOTOOLCHAIN: 'local', GOWORK: 'off' },
  };
  const flags = ['-trimpath', '-tags', 'disable_grpc_modules', '-ldflags', '-s -w'];
  await runCommand(go, ['build', ...flags, '-o', `${folder}/`, 'tool'], options);
  const cleaning = [
    ...('GOCACHE' in caches ? ['-cache'] : []),
    ...('GOMODCACHE' in caches ? ['-modcache'] : []),
  ];
  if (cleaning.length > 0) await runCommand(go, ['clean', ...cleaning], options); // needed once, over a gigabyte
}
