import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { decodeXml, rewriteXml } from '@wuqing/bpmn-definition';
import { lostBetween } from './lost-between.mjs';
import { treeOf } from './xml-tree.mjs';

/** What reading and writing a file (its bytes) loses, as sentences; none is right. A refusal is one of them. */
export async function lostInRoundTrip(bytes) {
  const text = decodeXml(bytes);
  if (!text.ok) return [text.error.message];
  const written = await rewriteXml(text.value);
  if (!written.ok) return written.error.map(({ message }) => message);
  return lostBetween(treeOf(text.value), treeOf(written.value));
}

/**
 * One row a `.bpmn` file of a folder: `{ case, lossless, lost }`, by name; none where the folder is missing.
 * `npm run conformance` gives it the OMG interchange models (MIWG).
 */
export async function roundTripSuite(folder) {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.bpmn'));
  const rows = [];
  for (const name of files.sort()) {
    const lost = await lostInRoundTrip(readFileSync(join(folder, name))).catch(({ message }) => [message]);
    rows.push({ case: name, lossless: lost.length === 0, lost });
  }
  return rows;
}
