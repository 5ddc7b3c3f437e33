import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileSettingsFrom, fileStorageOf } from '@wuqing/file-storage';
import { withProductDatabase } from '../backup/reach-database.js';
import { reported } from '../backup/reported.js';
import { SetupFailure } from '../setup-failure.js';
import { startSettings } from '../start/settings.js';
import { exportEvidence } from './export-evidence.js';

/** `npm run export:evidence -- <folder> [--without-files]`: of a product that runs, or of one that stands still. */
export const runExportEvidence = (argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> =>
  reported(async (progress) => {
    const wished = argv.find((argument) => !argument.startsWith('--'));
    if (wished === undefined)
      throw new SetupFailure('Expected a folder: npm run export:evidence -- <folder>');
    const folder = resolve(wished);
    if (existsSync(folder)) throw new SetupFailure(`${folder} is there already: name one that is not.`);
    const storage = argv.includes('--without-files') ? undefined : fileStorageOf(fileSettingsFrom(env));
    const { cases, anchor, fileFaults } = await progress.stage('evidence', () =>
      withProductDatabase(startSettings(env), (ownerUrl) => exportEvidence(ownerUrl, folder, storage)),
    );
    progress.note(`\n${folder}\n${cases} cases, anchor ${anchor.number} (${anchor.hash})`);
    progress.note('It holds what people have submitted: keep it where only its keepers can read it.');
    for (const fault of fileFaults) progress.note(`✗ ${fault}`);
    return fileFaults.length === 0 ? 0 : 1;
  });
