import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The web's client and its types, made of `apps/api/openapi.json` into `apps/web/src/generated`. Nobody edits it and
 * nobody commits it: build, checks and specs make it anew where the description, this file or the generator changed.
 */
export async function generateApiClient(checkout) {
  const description = readFileSync(join(checkout, 'apps', 'api', 'openapi.json'), 'utf8');
  const folder = join(checkout, 'apps', 'web', 'src', 'generated');
  const stampFile = join(folder, '.stamp');
  const stamp = stampOf(checkout, description);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  rmSync(folder, { recursive: true, force: true });
  const { createClient } = await import('@hey-api/openapi-ts');
  await createClient({
    input: named(JSON.parse(description)),
    output: { path: folder, importFileExtension: '.js', tsConfigPath: null },
    logs: { level: 'silent', file: false },
    plugins: [
      '@hey-api/typescript',
      '@hey-api/sdk',
      { name: '@hey-api/client-fetch', throwOnError: true, baseUrl: false },
      {
        name: '@tanstack/react-query',
        queryKeys: { enabled: true, tags: true },
        infiniteQueryKeys: { enabled: true, tags: true },
      },
    ],
  });
  writeFileSync(stampFile, stamp);
}

function stampOf(checkout, description) {
  const generator = join(checkout, 'node_modules', '@hey-api', 'openapi-ts', 'package.json');
  const hash = createHash('sha256').update(description);
  for (const file of [fileURLToPath(import.meta.url), generator]) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** `CasesController_read` becomes `casesRead`: what an operation is, without how the server is made. */
function named(document) {
  for (const operations of Object.values(document.paths))
    for (const operation of Object.values(operations))
      operation.operationId = operation.operationId.replace('Controller_', '_');
  return document;
}
