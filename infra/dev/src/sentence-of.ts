import { SetupFailure } from './setup-failure.js';

/** What the person at the keyboard can do about what the operating system says. */
const remedies: Readonly<Record<string, string>> = {
  EACCES: 'may not be read or written: give this user the right to it',
  EPERM: 'may not be changed: give this user the right to it',
  EROFS: 'lies on a file system that takes nothing: choose a checkout on one that does',
  ENOSPC: 'finds no room: make some on its disk',
  EDQUOT: 'finds no room: this user has none left on its disk',
  ENOTDIR: 'is not where it should be, a file stands where a folder is meant: move that file away',
  EISDIR: 'is a folder where a file is meant: move that folder away',
  EEXIST: 'is there already, and is not what was meant: move it away',
  ENOENT: 'is not there: restore it from the backup, or begin anew with `npm start -- --reset`',
  ENOTEMPTY: 'is not empty: move what is in it away',
  ELOOP: 'leads round in a circle of links: mend them',
};

/** One sentence for whatever ended a command, and never a stack: what is wrong, where, and what to do. */
export function sentenceOf(error: unknown): string {
  if (error instanceof SetupFailure) return error.message;
  const { code, path, message } = (error ?? {}) as NodeJS.ErrnoException;
  const remedy = code === undefined ? undefined : remedies[code];
  if (remedy !== undefined) return `${path ?? 'A file of this checkout'} ${remedy} (${code}).`;
  return `${message ?? String(error)}${/[.!]$/.test(message ?? '') ? '' : '.'}`;
}
