/** Prints `answers.page.ts` and all that it imports as one script for a browser, bundled as the web app is. */
import { join } from 'node:path';
import { build } from 'vite';

const [bundle] = await build({
  configFile: false,
  logLevel: 'error',
  resolve: { conditions: ['source', 'module', 'browser', 'default'] },
  build: {
    write: false,
    minify: false,
    lib: { entry: join(import.meta.dirname, 'answers.page.ts'), formats: ['iife'], name: 'page' },
  },
});
process.stdout.write(bundle.output[0].code);
