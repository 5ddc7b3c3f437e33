import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const WORKER = 'm/worker.js';
const ENTRY = 'phone';

interface Chunk {
  readonly type: 'chunk';
  readonly name: string;
  readonly isEntry: boolean;
  readonly fileName: string;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  code: string;
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> };
}

/** The file that the service worker of the phone is built into. */
export const workerFileName = (name: string): string | undefined =>
  name === 'phone-worker' ? WORKER : undefined;

/** Tells the phone's service worker which files are the phone's: all that its entry loads, at once or later, and no other. */
export function phoneWorker(): Plugin {
  return {
    name: 'phone-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk') as unknown as Chunk[];
      const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
      const entry = chunks.find(({ isEntry, name }) => isEntry && name === ENTRY);
      const worker = byFile.get(WORKER);
      if (!entry || !worker) throw new Error('Expected an entry of the phone and its worker in the build');
      const files = [...reachedFrom(entry, byFile)].sort().map((file) => `/${file}`);
      files.push('/icon.svg', '/m/app.webmanifest');
      const build = createHash('sha256').update(files.join()).digest('hex').slice(0, 12);
      worker.code = worker.code
        .replace('__PHONE_FILES__', files.join(' '))
        .replace('__PHONE_BUILD__', `phone-${build}`);
    },
  };
}

function reachedFrom(
  chunk: Chunk,
  byFile: ReadonlyMap<string, Chunk>,
  seen = new Set<string>(),
): Set<string> {
  if (seen.has(chunk.fileName)) return seen;
  seen.add(chunk.fileName);
  for (const style of chunk.viteMetadata?.importedCss ?? []) seen.add(style);
  for (const file of [...chunk.imports, ...chunk.dynamicImports]) {
    const next = byFile.get(file);
    if (next) reachedFrom(next, byFile, seen);
  }
  return seen;
}
