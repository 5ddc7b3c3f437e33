import { createHash } from 'node:crypto';
import { checkForm } from '@wuqing/forms';
import { canonicalJson, type JsonObject } from '@wuqing/kernel';
import { readKind } from '@wuqing/ledger';
import { publishLedgerKind, type Work } from '@wuqing/persistence';
import { libraryLedgers, libraryProcesses, type LibraryProcess } from '@wuqing/process-library';
import { checkChosenPeople, checkDefinition, knownVariablesOf } from '@wuqing/publication';
import { v7 as uuidv7 } from 'uuid';

const LIBRARY = 'system:library';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const checksumOf = (value: unknown): string => sha256(canonicalJson(value as JsonObject));

/**
 * Publishes the shipped processes as actor `library`: the first version of a key is in force at once, a later one
 * arrives as a draft that a person approves. Idempotent by checksum. Their ledgers stand before them, since they write them.
 */
export async function publishLibrary(work: Work, now: Date): Promise<void> {
  for (const content of libraryLedgers()) await publishLedger(work, content, now);
  for (const shipped of libraryProcesses()) await publish(work, shipped, now);
}

async function publishLedger(work: Work, content: JsonObject, now: Date): Promise<void> {
  const read = readKind(content);
  if (!read.ok)
    throw new Error(
      `Expected ledger ${String(content['key'])} to be sound: ${read.error.map(({ path, message }) => `${path} ${message}`).join('; ')}`,
    );
  const published = { kind: read.value, content, publishedBy: LIBRARY, at: now.toISOString() };
  await publishLedgerKind(work, published, sha256);
}

async function publish(work: Work, shipped: LibraryProcess, now: Date): Promise<void> {
  const compiled = await checkDefinition(shipped.xml, undefined, knownVariablesOf(shipped.forms));
  if (!compiled.ok)
    throw new Error(
      `Expected ${shipped.key} to compile: ${compiled.error.map((problem) => problem.message).join('; ')}`,
    );
  const forms: Record<string, string> = {};
  for (const form of shipped.forms) forms[form.key] = await storeForm(work, form);
  const { process } = compiled.value;
  const checksum = checksumOf({ process, forms });
  const versions = await work.query<{ checksum: string; version: number }>(
    'SELECT checksum, version FROM process_definition_version WHERE key = $1 ORDER BY version DESC',
    [shipped.key],
  );
  if (versions.some((version) => version.checksum === checksum)) return;
  const first = versions.length === 0;
  await work.query(
    `INSERT INTO process_definition_version
       (id, key, version, checksum, name, xml, compiled, forms, state, author, approver, effective_from, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)`,
    [
      uuidv7(),
      shipped.key,
      (versions[0]?.version ?? 0) + 1,
      checksum,
      process.name,
      shipped.xml,
      JSON.stringify(process),
      JSON.stringify(forms),
      first ? 'in-force' : 'draft',
      LIBRARY,
      first ? LIBRARY : null,
      now,
    ],
  );
}

async function storeForm(work: Work, form: LibraryProcess['forms'][number]): Promise<string> {
  const problems = [...checkForm(form), ...checkChosenPeople(form)];
  if (problems.length > 0) throw new Error(`Expected form ${form.key} to be sound: ${problems.join('; ')}`);
  const { key, title, schema, ui } = form;
  const checksum = checksumOf({ key, title, schema, ui });
  await work.query(
    'INSERT INTO form_version (checksum, key, title, schema, ui) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (checksum) DO NOTHING',
    [checksum, key, title, JSON.stringify(schema), JSON.stringify(ui)],
  );
  return checksum;
}
