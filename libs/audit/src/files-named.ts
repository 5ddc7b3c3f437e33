import type { AuditEntry } from './audit-entry.js';

/** A file that an entry names by the hash that it had. */
export interface NamedFile {
  /** The entry's place in the chain. */
  readonly seq: number;
  readonly id: string;
  readonly sha256: string;
}

/** The files that a chain names, in its order. Throws where an entry names one that it does not name whole. */
export const filesNamed = (entries: readonly Pick<AuditEntry, 'seq' | 'detail'>[]): NamedFile[] =>
  entries.flatMap(({ seq, detail }) => {
    const { files } = detail;
    return Array.isArray(files) ? files.map((file) => namedFile(seq, file)) : [];
  });

function namedFile(seq: number, file: unknown): NamedFile {
  const { id, sha256 } = (file ?? {}) as { readonly id?: unknown; readonly sha256?: unknown };
  if (typeof id !== 'string' || typeof sha256 !== 'string')
    throw new Error(`Expected id and sha256 of each file of audit entry ${seq}`);
  return { seq, id, sha256 };
}
