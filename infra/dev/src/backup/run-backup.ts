import { join, resolve } from 'node:path';
import { DATA_FOLDER } from '../places.js';
import { readSecrets } from '../secrets.js';
import { startSettings } from '../start/settings.js';
import { SetupFailure } from '../setup-failure.js';
import { dataFaultsOf } from './check-database.js';
import { withProductDatabase } from './reach-database.js';
import { reported } from './reported.js';
import { takeBackup } from './take-backup.js';

/** `npm run backup [-- <file>] [--without-secrets]`: of a product that runs, or of one that stands still. */
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
        return takeBackup(ownerUrl, file, secrets);
      }),
    );
    progress.note(`\n${taken.file}\nof ${taken.takenAt}, ${taken.rows} rows`);
    progress.note(
      taken.hasSecrets
        ? 'It holds the secrets of this installation: keep it where only its keepers can read it.'
        : 'The secrets are not in it: without them it cannot be restored. Keep them elsewhere.',
    );
    return 0;
  });
