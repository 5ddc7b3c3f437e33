import { thumbnailKey } from '@wuqing/file-storage';
import type pg from 'pg';
import type { ArchiveLine, ArchivedFile } from './archive.js';
import type { FileFault } from './carried-files.js';

interface StoredFile {
  readonly id: string;
  readonly sha256: string;
  readonly hasThumbnail: boolean;
  readonly isBound: boolean;
  readonly caseNumber: string;
}

/** The kept files that the database refers to: what was submitted, what stands in drafts, and what villagers have shown. */
export async function storedFiles(client: pg.Client): Promise<ArchivedFile[]> {
  return [...(await formFiles(client)), ...(await objectionPhotos(client))];
}

/** A backup may be taken of a database that an older release has left. */
async function hasTable(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    `public.${name}`,
  ]);
  return rows[0]!.there;
}

async function objectionPhotos(client: pg.Client): Promise<ArchivedFile[]> {
  if (!(await hasTable(client, 'objection_photo'))) return [];
  const { rows } = await client.query<ArchivedFile>(
    `SELECT p.id AS key, p.sha256, true AS "isBound", c.number AS "caseNumber"
     FROM objection_photo p JOIN process_instance c ON c.id = p.case_id ORDER BY c.number, p.id`,
  );
  return rows;
}

async function formFiles(client: pg.Client): Promise<ArchivedFile[]> {
  if (!(await hasTable(client, 'stored_file'))) return [];
  const { rows } = await client.query<StoredFile>(
    `SELECT f.id, f.sha256, f.has_thumbnail AS "hasThumbnail", f.is_bound AS "isBound", c.number AS "caseNumber"
     FROM stored_file f JOIN process_instance c ON c.id = f.case_id WHERE f.state = 'kept' ORDER BY c.number, f.id`,
  );
  return rows.flatMap(({ id, sha256, hasThumbnail, isBound, caseNumber }) => [
    { key: id, sha256, isBound, caseNumber },
    ...(hasThumbnail ? [{ key: thumbnailKey(id), sha256: null, isBound: false, caseNumber }] : []),
  ]);
}

export const fileLines = (files: readonly ArchivedFile[]): ArchiveLine[] =>
  files.map((file) => ['file', file]);

/** A sentence for a file that was submitted and is not as it was. */
export const faultSentence = (key: string, caseNumber: string, fault: FileFault): string =>
  `the file ${key} of ${caseNumber} is ${fault === 'missing' ? 'missing' : 'not as it was submitted'}`;

/** The same of a file of a backup: whatever else is gone was nobody's evidence. */
export const faultsOf = ({ key, caseNumber, isBound }: ArchivedFile, fault: FileFault): string[] =>
  isBound ? [faultSentence(key, caseNumber, fault)] : [];
