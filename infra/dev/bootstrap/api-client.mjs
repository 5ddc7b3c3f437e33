import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Asked by the first pages of desk and phone. Both begin with the file in which these are: everything else comes with the pages behind. */
const ASKED_FIRST = new Set([
  ...['sessionOpen', 'sessionRead', 'sessionClose', 'sessionConfirm', 'sessionChange', 'demoAccountsList'],
  ...['userTasksList', 'userTasksRead', 'inboxCounts', 'notificationsUnread'],
]);
const MADE_OF_ONE = /(Infinite)?(QueryKey|Options)$|Mutation$/;

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
  const input = named(JSON.parse(description));
  const asked = new Set(Object.values(input.paths).flatMap(operationIdsOf));
  /** Where what is made of an operation stands; undefined: where the plugin lays it. */
  const laidIn = (file) => ({
    symbols: {
      getFilePath: ({ name }) => {
        const operation = name.replace(MADE_OF_ONE, '');
        return asked.has(operation) && !ASKED_FIRST.has(operation) ? file : undefined;
      },
    },
  });
  await createClient({
    input,
    output: { path: folder, importFileExtension: '.js', tsConfigPath: null },
    logs: { level: 'silent', file: false },
    plugins: [
      '@hey-api/typescript',
      { name: '@hey-api/sdk', '~hooks': laidIn('behind/sdk') },
      { name: '@hey-api/client-fetch', throwOnError: true, baseUrl: false },
      {
        name: '@tanstack/react-query',
        queryKeys: { enabled: true, tags: true },
        infiniteQueryKeys: { enabled: true, tags: true },
        '~hooks': laidIn('behind/react-query'),
      },
    ],
  });
  exportHelpers(join(folder, '@tanstack', 'react-query.gen.ts'));
  writeFileSync(stampFile, stamp);
}

/** The generator takes its own helpers into the second file, and forgets to let them out of the first. */
function exportHelpers(file) {
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/^const create/gm, 'export const create'));
}

const operationIdsOf = (operations) => Object.values(operations).map(({ operationId }) => operationId);

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
      operation.operationId = operation.operationId
        .replace(/Controller_(.)/, (_, begin) => begin.toUpperCase())
        .replace(/^./, (begin) => begin.toLowerCase());
  return document;
}
