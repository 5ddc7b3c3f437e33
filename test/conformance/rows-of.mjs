import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The rows of a suite: `rowsOf(entry)` for each entry of its `index.json`, a list or `{ tests }`; none where there is no folder.
 * What cannot be read or run is one plain row, `failed(name, why)`, and no end of the others.
 */
export async function rowsOfSuite(folder, rowsOf, failed) {
  if (!existsSync(folder)) return [];
  const rows = [];
  for (const entry of entriesOf(folder)) {
    const { name = entry?.file ?? '(no name)' } = entry ?? {};
    try {
      if (entry instanceof Error) throw entry;
      rows.push(...(await rowsOf(entry)));
    } catch (error) {
      rows.push(failed(String(name), error instanceof Error ? error.message : String(error)));
    }
  }
  return rows;
}

/** The entries; an error with the name of the index where it cannot be read. */
function entriesOf(folder) {
  try {
    const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
    const entries = Array.isArray(index) ? index : index.tests;
    if (Array.isArray(entries)) return entries;
    throw new Error('Expected a list or { tests: list }');
  } catch (error) {
    return [Object.assign(new Error(error.message), { name: 'index.json' })];
  }
}
