import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { forgetProcess, livingProcesses, recordProcess } from '../process/process-record.js';
import { DATA_FOLDER } from '../places.js';
import { keepPrivate } from '../postgres/postgres-user.js';
import { SetupFailure } from '../setup-failure.js';
import type { StartSettings } from './settings.js';

/** Settles at the first Ctrl-C or other wish to end; further ones (npm passes them on once more) change nothing. */
export function endAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}

/** Throws where another run keeps this folder's servers. */
export function requireAlone({ recordFolder }: StartSettings): void {
  const other = livingProcesses(recordFolder).find(
    (record) => record.name === 'start' && record.pid !== process.pid,
  );
  if (!other) return;
  throw new SetupFailure(
    `Wuqing already runs from this folder (process ${other.pid}): end it with Ctrl-C there first.`,
  );
}

/** Takes this folder's servers for this run, until the function that comes back is called. */
export function beAlone(settings: StartSettings): () => void {
  requireAlone(settings);
  mkdirSync(settings.recordFolder, { recursive: true });
  for (const folder of [DATA_FOLDER, dirname(settings.recordFolder)]) keepPrivate(folder);
  if (existsSync(settings.logFolder)) chmodSync(settings.logFolder, 0o700);
  recordProcess(settings.recordFolder, 'start', process.pid);
  return () => forgetProcess(settings.recordFolder, 'start');
}
