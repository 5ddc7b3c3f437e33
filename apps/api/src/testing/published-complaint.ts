import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '@wuqing/kernel';
import { libraryProcesses } from '@wuqing/process-library';
import { checkDefinition, knownVariablesOf } from '@wuqing/publication';
import type { ApiUnderTest } from './api-under-test.js';

/** The shipped process, with its forms, as a start of the product publishes it. */
export async function publishComplaint(api: ApiUnderTest): Promise<void> {
  const { xml, forms } = libraryProcesses().find(({ key }) => key === 'complaint')!;
  const checked = await checkDefinition(xml, undefined, knownVariablesOf(forms));
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  const checksums: Record<string, string> = {};
  for (const { key, title, schema, ui } of forms) {
    const content = canonicalJson({ key, title, schema, ui } as Json);
    checksums[key] = createHash('sha256').update(content).digest('hex');
    await api.query(
      'INSERT INTO form_version (checksum, key, title, schema, ui) VALUES ($1, $2, $3, $4, $5)',
      [checksums[key], key, title, JSON.stringify(schema), JSON.stringify(ui)],
    );
  }
  await api.query(
    `INSERT INTO process_definition_version (id, key, version, checksum, name, xml, compiled, forms, state, author, effective_from, created_at)
     VALUES (gen_random_uuid(), 'complaint', 1, 'complaint-1', '信访', $1, $2, $3, 'in-force', 'system:library', '2026-01-01', '2026-01-01')`,
    [xml, JSON.stringify(checked.value.process), JSON.stringify(checksums)],
  );
}
