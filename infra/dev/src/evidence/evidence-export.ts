import { join } from 'node:path';
import type { AnchorLink, CaseEvidence, EvidenceRow } from '@wuqing/audit';
import { LocalFolder, type FileStorage } from '@wuqing/file-storage';

/** What an export says of itself. */
export interface ExportHead {
  /** ISO 8601: all of it is of this instant. */
  readonly exportedAt: string;
  /** The last anchor that is in it. */
  readonly anchor: AnchorLink;
  /** Whether the files' bytes are in it. */
  readonly hasFiles: boolean;
}

/** A line of `cases.ndjson`: the head, then each case, then how many they are: without this line it broke off. */
export type ExportLine =
  | { readonly head: ExportHead }
  | { readonly case: CaseEvidence }
  | { readonly end: { readonly cases: number } };

/** `cases.ndjson`, a text for each anchor, and the bytes of submitted files. */
export const placesOf = (folder: string) => ({
  cases: join(folder, 'cases.ndjson'),
  anchors: join(folder, 'anchors'),
  files: new LocalFolder(join(folder, 'files')) as FileStorage,
});

export const anchorName = (number: number): string => `${String(number).padStart(6, '0')}.txt`;

/** A submitted file by what its binding says. */
export interface BoundFile {
  readonly id: string;
  readonly sha256: string;
}

export const boundFiles = (rows: readonly EvidenceRow[]): BoundFile[] =>
  rows
    .filter(({ kind }) => kind === 'file')
    .map(({ id, content }) => ({ id: id.split('/')[0]!, sha256: String(content['sha256']) }));
