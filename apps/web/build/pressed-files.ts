import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Pictures are pressed already. */
const TEXT = /\.(js|css|svg)$/;

/** Leaves beside every file of text what a browser takes of it: pressed once here and not at each answer. `serve-web-build.ts` sends it. */
export function pressedFiles(): Plugin {
  return {
    name: 'pressed-files',
    apply: 'build',
    writeBundle({ dir = 'dist' }, bundle) {
      for (const file of Object.values(bundle)) {
        if (!TEXT.test(file.fileName) || !file.fileName.startsWith('assets/')) continue;
        const text = file.type === 'chunk' ? file.code : file.source;
        const path = join(dir, file.fileName);
        writeFileSync(`${path}.br`, brotliCompressSync(text));
        writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
      }
    },
  };
}
