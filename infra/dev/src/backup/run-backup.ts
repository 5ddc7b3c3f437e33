import { join, resolve } from 'node:path';
import { fileSettingsFrom, fileStorageOf, type FileStorage } from '@wuqing/file-storage';
import { DATA_FOLDER } from '../places.js';
import { readSecrets } from '../secrets.js';
import { startSettings } from '../start/settings.js';
import { SetupFailure } from '../setup-failure.js';
import { dataFaultsOf } from './check-database.js';
import { withProductDatabase } from './reach-database.js';
import { reported } from './reported.js';
import type { Progress } from '../progress.js';
import { filesBeside, takeBackup, type TakenBackup } from './take-backup.js';

const FAULTS_SHOWN = 200;

/**
 * `npm run backup [-- <file>] [--without-secrets] [--with-files | --without-files]`: of a product that runs, or of one that
 * stands still. Files of a folder are copied beside it, those of an S3 service only when that is said.
 */
export const runBackup = (argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> =>
  reported(async (progress) => {
    const settings = startSettings(env);
    const wished = argv.find((argument) => !argument.startsWith('--'));
    const name = `wuqing-${new Date().toISOString().replace(/[:.]/g, '-')}.backup`;
    const file = resolve(wished ?? join(DATA_FOLDER, 'backups', name));
    const secrets = argv.includes('--without-secrets') ? undefined : readSecrets(settings.secretsFile);
    const taken = await progress.stage('backup', () =>
      withProductDatabase(settings, async (ownerUrl) => {
        const faults = await dataFaultsOf(ownerUrl);
        if (faults.length > 0)
          throw new SetupFailure(
            `The data are not whole, a backup of them would be none: ${faults.join('; ')}. ` +
              'Restore an earlier backup; see docs/backup.md.',
          );
        return takeBackup(ownerUrl, file, secrets, carriedStorage(argv, env));
      }),
    );
    progress.note(`\n${taken.file}\nof ${taken.takenAt}, ${taken.rows} rows`);
    progress.note(
      taken.hasSecrets
        ? 'It holds the secrets of this installation: keep it where only its keepers can read it.'
        : 'The secrets are not in it: without them it cannot be restored. Keep them elsewhere.',
    );
    return tellFiles(progress, taken, env);
  });

function carriedStorage(argv: readonly string[], env: NodeJS.ProcessEnv): FileStorage | undefined {
  const settings = fileSettingsFrom(env);
  const isCarried =
    'folder' in settings.place ? !argv.includes('--without-files') : argv.includes('--with-files');
  return isCarried ? fileStorageOf(settings) : undefined;
}

/** A backup without a file is one all the same; whoever took it must hear of it. */
function tellFiles(
  progress: Progress,
  { file, files, fileFaults }: TakenBackup,
  env: NodeJS.ProcessEnv,
): number {
  progress.note(
    files === undefined
      ? `The files are not in it: copy ${fileStorageOf(fileSettingsFrom(env)).description} yourself, after the backup; see docs/backup.md.`
      : `${files} files lie in ${filesBeside(file).description}: keep it beside the backup.`,
  );
  for (const fault of fileFaults.slice(0, FAULTS_SHOWN)) progress.note(`✗ ${fault}`);
  if (fileFaults.length > FAULTS_SHOWN) progress.note(`  … and ${fileFaults.length - FAULTS_SHOWN} more`);
  return fileFaults.length === 0 ? 0 : 1;
}
