import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { SetupFailure } from '../setup-failure.js';

const LINE = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}) \S+$/;

/**
 * Persons who are erased, beside the database and not in its backups: a line a person, `<id of his key> <moment>`, so that whoever
 * restores what was backed up before erases them again.
 */
export function noteErased(file: string, subjectIds: readonly string[], now: number): void {
  mkdirSync(dirname(file), { recursive: true });
  const moment = new Date(now).toISOString();
  appendFileSync(file, subjectIds.map((id) => `${id} ${moment}\n`).join(''), { mode: 0o600, flush: true });
}

/** None where there is no such file; a `SetupFailure` where a line cannot be read: nobody is passed over. */
export function erasedIn(file: string): string[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line, at) => {
    const id = LINE.exec(line)?.[1];
    if (id === undefined)
      throw new SetupFailure(
        `Expected "<id> <moment>" in line ${at + 1} of ${file}, the list of erased persons.`,
      );
    return id;
  });
}
