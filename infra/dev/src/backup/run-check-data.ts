import { startSettings } from '../start/settings.js';
import {
  chainFaultsOf,
  dataFaultsOf,
  inboxFaultsOf,
  fileFaultsOf,
  ledgerFaultsOf,
  tallyFaultsOf,
} from './check-database.js';
import { withProductDatabase } from './reach-database.js';
import { reported } from './reported.js';

/** `npm run check:data`: whether everything is there that journals, counts and audit chains tell of. */
export const runCheckData = (_argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> =>
  reported(async (progress) => {
    const faults = await withProductDatabase(startSettings(env), async (ownerUrl) => [
      ...(await progress.stage('tables, journals and rows', () => dataFaultsOf(ownerUrl))),
      ...(await progress.stage('inboxes and their counts', () => inboxFaultsOf(ownerUrl))),
      ...(await progress.stage('numbers of cases', () => tallyFaultsOf(ownerUrl))),
      ...(await progress.stage('audit chains', () => chainFaultsOf(ownerUrl))),
      ...(await progress.stage('ledgers', () => ledgerFaultsOf(ownerUrl))),
      ...(await progress.stage('files', () => fileFaultsOf(ownerUrl, env))),
    ]);
    if (faults.length === 0) progress.note('\nThe data are whole.');
    for (const fault of faults) progress.note(`✗ ${fault}`);
    if (faults.length > 0)
      progress.note(
        '\nThe data are not whole. Do not work with them: put the last backup back (npm run restore -- <file>); see docs/backup.md.',
      );
    return faults.length === 0 ? 0 : 1;
  });
