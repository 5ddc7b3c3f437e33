import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const PERSISTENCE = join(root, 'libs/persistence/src');
const API = join(root, 'apps/api/src');

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.(real-)?spec\.ts$/.test(file))
    .map((file) => join(folder, file));

/** Tables whose rows belong to a case: the case itself, and every table with its id. */
function tablesOfCases(): string[] {
  const migrations = filesBelow(join(PERSISTENCE, 'migrations')).map((file) => readFileSync(file, 'utf8'));
  const tables = migrations.flatMap((text) => [
    ...text.matchAll(/CREATE TABLE (\w+) \(([\s\S]*?)\n {2}\);/g),
  ]);
  const withCase = tables.filter(([, , columns]) => /\bcase_id\b/.test(columns!)).map(([, name]) => name!);
  const hanging = tables
    .filter(([, , columns]) => withCase.some((table) => new RegExp(`REFERENCES ${table}\\b`).test(columns!)))
    .map(([, name]) => name!);
  return [...new Set(['process_instance', ...withCase, ...hanging])];
}

const sources = filesBelow(PERSISTENCE)
  .filter((file) => !file.includes('/migrations/'))
  .map((file) => readFileSync(file, 'utf8'));
/** Pieces of SQL by the name of their constant. */
const pieces = new Map(
  sources.flatMap((text) =>
    [...text.matchAll(/const (\w+) =\s*`([^`]*)`/g)].map(([, name, sql]) => [name!, sql!] as const),
  ),
);
const expanded = (text: string): string =>
  text.replace(/\$\{(\w+)\}/g, (_, name: string) => expanded(pieces.get(name) ?? ''));

/** What each exported function of persistence is made of, with the texts of its file that it builds upon. */
function exportsOf(source: string): (readonly [name: string, text: string])[] {
  const parts = source.split(/\n(?=(?:export )?(?:async )?(?:function|const) )/);
  const named = parts.flatMap((part) => {
    const found = /^(export )?(?:async )?(?:function|const) (\w+)/.exec(part);
    return found ? [{ name: found[2]!, isExported: found[1] !== undefined, part }] : [];
  });
  const whole = ({ name, part }: (typeof named)[number], seen: readonly string[] = []): string =>
    named
      .filter((other) => !seen.includes(other.name) && other.name !== name)
      .filter((other) => new RegExp(`\\b${other.name}\\b`).test(part))
      .reduce((text, other) => text + whole(other, [...seen, name]), part);
  return named.filter(({ isExported }) => isExported).map((one) => [one.name, expanded(whole(one))] as const);
}

const tables = tablesOfCases();
const reading = new RegExp(`\\b(FROM|JOIN)\\s+([^()]*,\\s*)?(${tables.join('|')})\\b`);
const readers = sources
  .flatMap(exportsOf)
  .filter(([, text]) => reading.test(text))
  .map(([name]) => name);

/** What handlers may do to a case's rows outside the room, and why it shows nobody anything. */
const writes: Readonly<Record<string, string>> = {
  lockCase: 'the first lock of every writer',
  insertOrFindCommand: "the caller's own command, by an id made of his own",
  insertOrFindMessage: "the caller's own message, by an id made of his own",
  findCommand: "the caller's own command, by an id made of his own: whether this is a retry",
  findRetry: "the caller's own wish, by an id made of his own: whether this is a retry",
  insertOrFindRetry: "the caller's own wish, by an id made of his own",
  askWorkflowCheck: 'a wish about a case that the reader has just shown; it tells nothing',
  askLateWorkflowChecks: 'a wish about all that moved lately, at a start; it is told to nobody',
  askAllWorkflowChecks: 'a wish about all that run; how many that are is not told',
  insertOrFindUpload: "the caller's own upload, by an id made of his own",
  findOwnUpload: "the caller's own upload",
  openUploadsOf: 'how much the caller himself has lying about',
  openUploadsOfField: 'how many files lie ready for the field of a step that the caller does',
  giveUpUpload: "the caller's own upload",
  letGoOfFiles:
    "what the caller's own refused submission took, by an id made of his own: whether a retry was kept",
  declaredPayloads: 'what published files declare of a name, of all versions alike: it tells of no case',
  channelFigures: 'how many deliveries wait and are dead, by channel, of all cases alike',
  markUrgesRead:
    'urges of a step that the reader has just been shown, and that were sent to him; it tells how many',
  dutyStates: 'how a duty can stand, by name: it reads no row',
  extensionValuesOf: 'what a step of the task that is done was opened with, for its own guards',
};

const ROOM = join(API, 'visibility/');
const outside = filesBelow(API).filter(
  (file) => !file.startsWith(ROOM) && !file.startsWith(join(API, 'testing/')),
);
const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/import (?:type )?\{([^}]*)\} from '([^']+)'/g)].flatMap(
    ([, names, from]) =>
      names!
        .split(',')
        .map((name) => `${name.trim().split(' as ')[0]} from ${from}`)
        .filter((name) => !name.startsWith('type ') && !name.startsWith(' from')),
  );

describe('the one road to what belongs to a case', () => {
  it('knows the tables and those who read them', () => {
    expect(tables).toEqual(
      expect.arrayContaining(['alert', 'command', 'incident', 'process_instance', 'user_task_candidate']),
    );
    expect(readers).toEqual(
      expect.arrayContaining(['findAnyCase', 'listAlerts', 'linkedCasesOf', 'readEntries', 'listNotices']),
    );
  });

  it('leads through the room: nobody else in the API reads rows of cases', () => {
    const roads = outside.flatMap((file) =>
      importsOf(file)
        .map((one) => one.split(' from '))
        .filter(([name, from]) => from === '@wuqing/persistence' && readers.includes(name!))
        .filter(([name]) => !Object.hasOwn(writes, name!))
        .map(([name]) => `${relative(root, file)}: ${name}`),
    );
    expect(roads).toEqual([]);
  });

  it('is the only one that says that a row may be known', () => {
    const makers = outside.filter((file) => importsOf(file).some((one) => one.startsWith('asKnown ')));
    expect(makers.map((file) => relative(root, file))).toEqual([]);
    const casts = outside.filter((file) => /\bas Known\b|\bas SeenCase\b/.test(readFileSync(file, 'utf8')));
    expect(casts.map((file) => relative(root, file))).toEqual([]);
  });

  it('has no side door: nobody in the API asks the database in words of his own', () => {
    const asking = filesBelow(API)
      .filter((file) => !file.startsWith(join(API, 'testing/')))
      .filter((file) => /\bwork\.(query|manager)\b|\bdataSource\b/.test(readFileSync(file, 'utf8')))
      .map((file) => relative(root, file));
    expect(asking.filter((file) => file !== 'apps/api/src/health/health.controller.ts')).toEqual([]);
  });

  it('excuses nobody who does not read', () => {
    const imported = new Set(outside.flatMap(importsOf).map((one) => one.split(' from ')[0]!));
    expect(Object.keys(writes).filter((name) => !imported.has(name) || !readers.includes(name))).toEqual([]);
  });
});
