import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { LibraryForm, LibraryProcess } from './library-process.js';

/** One floor above both `src` and `dist`, so that sources and build read the same files. */
const root = new URL('../', import.meta.url);

/** In the order in which they are published; the folder of each bears its key. */
export const libraryKeys = [
  'two-user-tasks',
  'seven-user-tasks',
  'major-matter',
  'supervision-order',
  'rectification',
  'dual-check',
  'joint-part',
  'joint-work',
  'complaint',
] as const;

/** Those by which one tries and measures; no office has such a matter. */
export const exerciseKeys: readonly string[] = ['two-user-tasks', 'seven-user-tasks'];

/** Those that others call and nobody begins by himself. */
export const calledKeys: readonly string[] = ['joint-part'];

const textOf = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** The files of one folder with this ending, by name, so that every machine reads them in the same order. */
export const filesIn = (folder: string, ending: string): string[] =>
  existsSync(new URL(folder, root))
    ? readdirSync(new URL(folder, root))
        .filter((name) => name.endsWith(ending))
        .sort()
    : [];

/** A file of the library as JSON; its shape is the promise of this package's own specs. */
export const jsonFileOf = (path: string): unknown => JSON.parse(textOf(path));

function libraryProcess(key: string): LibraryProcess {
  const readme = `${key}/README.md`;
  return {
    key,
    xml: textOf(`${key}/${key}.bpmn`),
    forms: filesIn(`${key}/forms/`, '.form.json').map(
      (name) => jsonFileOf(`${key}/forms/${name}`) as LibraryForm,
    ),
    ...(existsSync(new URL(readme, root)) && { readme: textOf(readme) }),
  };
}

/** All shipped processes, read from the files beside this package's `src`. */
export const libraryProcesses = (): LibraryProcess[] => libraryKeys.map(libraryProcess);
