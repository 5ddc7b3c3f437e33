import type { Actor } from '../actor.js';
import type { UnitOfWork, Work } from '../unit-of-work.js';
import { caseFaults } from './case-faults.js';
import { growingTables, shrunkTables } from './growing-tables.js';

/** What lies in the database is not what was written there. */
export class DataNotWhole extends Error {
  override readonly name = 'DataNotWhole';
  constructor(readonly faults: readonly string[]) {
    super(
      `The data are not whole: ${faults.join('; ')}. Do not work with them: put the last backup back ` +
        '(npm run restore -- <file>), or mend what is known to be missing and try again; see docs/backup.md.',
    );
  }
}

/** Sentences about what is missing or not as it was; none where the data are whole. */
export async function dataFaults(work: Work): Promise<string[]> {
  const missing = await missingTables(work);
  if (missing.length > 0) return missing.map((name) => `the table ${name} is missing`);
  const shrunk = (await shrunkTables(work)).map(
    ({ name, rows, marked }) => `the table ${name} has ${rows} rows and had ${marked}`,
  );
  return [...shrunk, ...(await caseFaults(work))];
}

/** Throws `DataNotWhole` unless everything is there that the journals and the last counts tell of. */
export async function requireWholeData(unitOfWork: UnitOfWork, actor: Actor): Promise<void> {
  const faults = await unitOfWork.run(actor, dataFaults);
  if (faults.length > 0) throw new DataNotWhole(faults);
}

async function missingTables(work: Work): Promise<string[]> {
  const rows = await work.query<{ name: string }>(
    `SELECT name FROM unnest($1::text[]) AS name WHERE to_regclass('public.' || name) IS NULL ORDER BY 1`,
    [growingTables],
  );
  return rows.map(({ name }) => name);
}
