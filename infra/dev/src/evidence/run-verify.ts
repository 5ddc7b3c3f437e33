import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { reported } from '../backup/reported.js';
import { sha256 } from '../backup/sha256.js';
import { SetupFailure } from '../setup-failure.js';
import { verifyExport } from './verify-export.js';

const FAULTS_SHOWN = 200;

/** `npm run verify -- <export> [--anchor=<file or hash>]`: needs neither database nor network. */
export const runVerify = (argv: readonly string[]): Promise<number> =>
  reported(async (progress) => {
    const wished = argv.find((argument) => !argument.startsWith('--'));
    if (wished === undefined || !existsSync(wished))
      throw new SetupFailure('Expected an export: npm run verify -- <folder> [--anchor=<file or hash>]');
    const kept = argv.find((argument) => argument.startsWith('--anchor='))?.slice('--anchor='.length);
    const keptHash = kept !== undefined && existsSync(kept) ? sha256(readFileSync(kept, 'utf8')) : kept;
    const { cases, entries, linksOnly, anchors, files, faults } = await progress.stage('verify', () =>
      verifyExport(resolve(wished), keptHash),
    );
    progress.note(`\n${cases} cases, ${entries} entries, ${anchors} anchors`);
    if (linksOnly > 0)
      progress.note(
        `Of ${linksOnly} entries, from an earlier release, the links alone: what was decided is not in them.`,
      );
    progress.note(
      files === undefined ? 'The files are not in it: they were not hashed.' : `${files} files hashed`,
    );
    if (keptHash === undefined)
      progress.note(
        'No anchor that was kept elsewhere was given: whoever rewrote everything would not be found.',
      );
    for (const fault of faults.slice(0, FAULTS_SHOWN)) progress.note(`✗ ${fault}`);
    if (faults.length > FAULTS_SHOWN) progress.note(`  … and ${faults.length - FAULTS_SHOWN} more`);
    progress.note(
      faults.length === 0 ? '\nAll of it is as it was written.' : '\nIt is not as it was written.',
    );
    return faults.length === 0 ? 0 : 1;
  });
