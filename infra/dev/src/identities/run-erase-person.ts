import { parseArgs } from 'node:util';
import { createInterface } from 'node:readline/promises';
import { searchKeyFrom, subjectsOfCase, type SubjectKeyRow } from '@wuqing/persistence';
import { withProductDatabase } from '../backup/reach-database.js';
import { reported } from '../backup/reported.js';
import { inDatabase } from '../postgres/with-database.js';
import { readSecrets } from '../secrets.js';
import { SetupFailure } from '../setup-failure.js';
import { startSettings, type StartSettings } from '../start/settings.js';
import type { Progress } from '../progress.js';
import { findPersons } from './find-persons.js';
import { eraseAgain } from './erase-again.js';
import { noteErased } from './erased-list.js';
import { erasePersons } from './erase-persons.js';

const USAGE =
  'npm run erase:person -- --case <number> [--role <role> [--n <which>] --reason "<why>" --by "<who decided>" [--yes]]; ' +
  'without a role it says who there is. npm run erase:person -- --find: in which cases a person is, by what is typed in; ' +
  '-- --again: whom the list of erased persons names.';

/** `npm run erase:person`: destroys the key of a person of a case, so that nobody reads who he was; see docs/security.md. */
export const runErasePerson = (argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> =>
  reported(async (progress) => {
    const settings = startSettings(env);
    if (argv.join(' ') === '--again') return again(settings, progress);
    if (argv.join(' ') === '--find') return find(settings, progress);
    const wish = wishOf(argv);
    return withProductDatabase(settings, async (ownerUrl) => {
      const people = await peopleOf(ownerUrl, wish.caseNumber);
      if (people.length === 0) throw new SetupFailure(`Case ${wish.caseNumber} holds nobody's identity.`);
      if (wish.role === undefined) return say(progress, people);
      return erase(ownerUrl, settings, progress, wish, chosen(people, wish));
    });
  });

/** Asks for the text, which stands in no command line and in no history of a shell. */
async function find(settings: StartSettings, progress: Progress): Promise<number> {
  const key =
    settings.env['WUQING_IDENTITY_SEARCH_KEY'] ?? readSecrets(settings.secretsFile)?.identitySearchKey;
  if (!key)
    throw new SetupFailure(`Expected WUQING_IDENTITY_SEARCH_KEY, or the secrets in ${settings.secretsFile}.`);
  const text = await typed('The whole name, telephone or number: ');
  const found = await withProductDatabase(settings, (ownerUrl) =>
    findPersons(ownerUrl, text, searchKeyFrom(key)),
  );
  for (const { caseNumber, role, n } of found)
    progress.note(`--case ${caseNumber} --role ${role} --n ${n + 1}`);
  if (found.length === 0) progress.note('No case holds it.');
  return 0;
}

/** After somebody put another tool's dump in place. */
async function again(settings: StartSettings, progress: Progress): Promise<number> {
  const erased = await withProductDatabase(settings, (ownerUrl) => eraseAgain(ownerUrl, settings.erasedList));
  progress.note(`${erased} erased again by ${settings.erasedList}.`);
  return 0;
}

interface Wish {
  readonly caseNumber: string;
  readonly role: string | undefined;
  /** From 1, as people count. */
  readonly n: number | undefined;
  readonly reason: string;
  readonly by: string;
  readonly isSure: boolean;
}

function wishOf(argv: readonly string[]): Wish {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
      args: [...argv],
      options: { case: text, role: text, n: text, reason: text, by: text, yes: { type: 'boolean' } },
    });
    const { role, reason = '', by = '' } = values;
    const n = values.n === undefined ? undefined : Number(values.n);
    const isWhole = role === undefined || (reason.trim() !== '' && by.trim() !== '');
    if (values.case && isWhole && (n === undefined || (Number.isInteger(n) && n > 0)))
      return { caseNumber: values.case, role, n, reason, by, isSure: values.yes === true };
  } catch {
    // said below
  }
  throw new SetupFailure(USAGE);
}

const peopleOf = (ownerUrl: string, number: string): Promise<SubjectKeyRow[]> =>
  inDatabase(ownerUrl, { name: 'wuqing-erase' }, (work) => subjectsOfCase(work, number));

function say(progress: Progress, people: readonly SubjectKeyRow[]): number {
  for (const { role, n, wrapped } of people)
    progress.note(`--role ${role} --n ${n + 1}${wrapped === null ? ' (erased)' : ''}`);
  return 0;
}

function chosen(people: readonly SubjectKeyRow[], { caseNumber, role, n }: Wish): SubjectKeyRow[] {
  const found = people.filter((one) => one.role === role && (n === undefined || one.n === n - 1));
  if (found.length > 0) return found;
  throw new SetupFailure(`Case ${caseNumber} has no ${role}${n === undefined ? '' : ` ${n}`}.`);
}

/** First into the list, then in the database: broken off in between, it is done when it is asked for again. */
async function erase(
  ownerUrl: string,
  { erasedList }: StartSettings,
  progress: Progress,
  { reason, by, isSure }: Wish,
  people: readonly SubjectKeyRow[],
): Promise<number> {
  if (!isSure) await requireConsent(people.length);
  const subjectIds = people.map(({ id }) => id);
  const now = Date.now();
  noteErased(erasedList, subjectIds, now);
  const erased = await erasePersons(ownerUrl, { subjectIds, reason, by, now });
  progress.note(
    `${erased} erased. Keep a copy of ${erasedList} beside the backups: a restore erases by it again.`,
  );
  return 0;
}

async function requireConsent(many: number): Promise<void> {
  if (!process.stdin.isTTY)
    throw new SetupFailure('This cannot be undone: add --yes where nobody can be asked.');
  const answer = await typed(`Erase ${many} for good? y/N `);
  if (!/^y(es)?$/i.test(answer.trim())) throw new SetupFailure('Nothing was changed.');
}

async function typed(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}
