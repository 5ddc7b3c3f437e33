import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileSettingsFrom, fileStorageOf, type FileStorage } from '@wuqing/file-storage';
import type { Progress } from '../progress.js';
import { readSecrets, secretFingerprints, writeSecrets, type Secrets } from '../secrets.js';
import { SetupFailure } from '../setup-failure.js';
import { beAlone } from '../start/one-run.js';
import { startSettings, type StartSettings } from '../start/settings.js';
import { clearLeftovers } from '../start/provide-servers.js';
import { Supervisor } from '../process/supervisor.js';
import type { ArchivedFile } from './archive.js';
import { putFilesBack, unrestorableFiles } from './put-files-back.js';
import { filesBeside } from './take-backup.js';
import { casePositions, lostSentence } from './lost-since.js';
import { withProductDatabase } from './reach-database.js';
import { reported } from './reported.js';
import { readableBackup, restoreBackup, type Restored } from './restore-backup.js';
import { eraseAgain } from '../identities/erase-again.js';

const USAGE = 'Say which backup: npm run restore -- <file> [--replace] [--yes] [--without-files]';
const LOST_SHOWN = 200;
const FAULTS_SHOWN = 20;

/** `npm run restore -- <file>`: puts a backup in the place of what stands in the database. */
export const runRestore = (argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> =>
  reported(async (progress) => {
    const settings = startSettings(env);
    const wished = argv.find((argument) => !argument.startsWith('--'));
    if (wished === undefined) throw new SetupFailure(USAGE);
    const file = resolve(wished);
    if (!existsSync(file)) throw new SetupFailure(`There is no file ${file}.`);
    mkdirSync(settings.recordFolder, { recursive: true });
    const release = beAlone(settings);
    try {
      await clearLeftovers({ settings, progress, supervisor: new Supervisor({ note: progress.note }) });
      const restored = await restore(settings, file, argv, progress);
      tell(progress, restored);
      return 0;
    } finally {
      release();
    }
  });

async function restore(
  settings: StartSettings,
  file: string,
  argv: readonly string[],
  progress: Progress,
): Promise<Restored> {
  const content = await progress.stage('the backup is read through', () => readableBackup(file));
  const files = argv.includes('--without-files') ? [] : content.files;
  const storage = fileStorageOf(fileSettingsFrom(settings.env));
  await progress.stage('the files are read through', () => requireFiles(files, file, storage));
  const kept = keptSecrets(settings, argv.includes('--replace'));
  const secrets = content.secrets ?? kept;
  if (!secrets)
    throw new SetupFailure(
      `${file} holds no secrets and ${settings.secretsFile} is not there: put that file back first.`,
    );
  return withProductDatabase(settings, async (ownerUrl) => {
    const standing = (await casePositions(ownerUrl))?.size ?? 0;
    await requireConsent(standing, kept, secrets, argv);
    markUnfinished(settings, file);
    replaceSecrets(settings, kept, secrets);
    // Before the rows that refer to them: broken off here, it leaves no more than files that nobody knows.
    const { copied } = await progress.stage('files', () => putFilesBack(files, filesBeside(file), storage));
    if (files.length > 0)
      progress.note(`${copied} of ${files.length} files were put back into ${storage.description}.`);
    const restored = await progress.stage('restore', () => restoreBackup(ownerUrl, file, content, secrets));
    const erased = await eraseAgain(ownerUrl, settings.erasedList);
    if (erased > 0) progress.note(`${erased} persons who had been erased were erased again.`);
    rmSync(settings.unfinishedRestore, { force: true });
    return restored;
  });
}

/** Nothing is touched where a submitted file would be missing afterwards. */
async function requireFiles(
  files: readonly ArchivedFile[],
  file: string,
  storage: FileStorage,
): Promise<void> {
  const faults = await unrestorableFiles(files, filesBeside(file), storage);
  if (faults.length === 0) return;
  const shown = faults.slice(0, FAULTS_SHOWN).join('; ');
  throw new SetupFailure(
    `${faults.length} files lie neither in ${filesBeside(file).description} nor in ${storage.description} as they were ` +
      `submitted: ${shown}. Put them there, or say --without-files to restore without them.`,
  );
}

/** A secrets file that is broken is no reason not to put it back. */
function keptSecrets({ secretsFile }: StartSettings, isReplaced: boolean): Secrets | undefined {
  try {
    return readSecrets(secretsFile);
  } catch (error) {
    if (isReplaced) return undefined;
    throw error;
  }
}

/** Nothing that stands here is overwritten unless somebody says so. */
async function requireConsent(
  standing: number,
  kept: Secrets | undefined,
  secrets: Secrets,
  argv: readonly string[],
): Promise<void> {
  const isOther = kept !== undefined && !sameKeys(kept, secrets);
  if (standing === 0 && !isOther) return;
  const what = [standing > 0 ? `${standing} cases` : '', isOther ? 'other secrets' : '']
    .filter(Boolean)
    .join(' and ');
  if (!argv.includes('--replace'))
    throw new SetupFailure(`Here stand ${what} already: say --replace to put the backup in their place.`);
  if (argv.includes('--yes')) return;
  if (!process.stdin.isTTY)
    throw new SetupFailure('`--replace` deletes what stands here: add `--yes` where nobody can be asked.');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Put the backup in the place of ${what}? y/N `);
  terminal.close();
  if (!/^y(es)?$/i.test(answer.trim())) throw new SetupFailure('Nothing was changed.');
}

const sameKeys = (a: Secrets, b: Secrets): boolean =>
  JSON.stringify(secretFingerprints(a)) === JSON.stringify(secretFingerprints(b));

/** A start after a restore that was broken off would take half a database for a whole one. */
function markUnfinished({ unfinishedRestore }: StartSettings, file: string): void {
  mkdirSync(dirname(unfinishedRestore), { recursive: true });
  writeFileSync(unfinishedRestore, `${file}\n`);
}

function replaceSecrets({ secretsFile }: StartSettings, kept: Secrets | undefined, secrets: Secrets): void {
  if (kept && sameKeys(kept, secrets)) return;
  if (existsSync(secretsFile)) renameSync(secretsFile, `${secretsFile}.before-restore`);
  writeSecrets(secretsFile, secrets);
}

function tell(progress: Progress, { takenAt, cases, running, lost, isCompared }: Restored): void {
  progress.note(`\nThe database is as it was at ${takenAt}: ${cases} cases, ${running} of them running.`);
  progress.note('What was done after that moment is gone.');
  if (!isCompared) progress.note('Nothing was left here that could tell what it was.');
  for (const one of lost.slice(0, LOST_SHOWN)) progress.note(`  ${lostSentence(one)}`);
  if (lost.length > LOST_SHOWN) progress.note(`  … and ${lost.length - LOST_SHOWN} cases more`);
  progress.note(
    'At the next start every running case is brought forward by its journal; GET /api/workflow-checks tells of it.',
  );
}
