/** Nest's names for the two ports of files. */
export const FILE_STORAGE = Symbol('file storage');
export const VIRUS_CHECK = Symbol('virus check');
