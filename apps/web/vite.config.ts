import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { noStreamsByFetch } from './build/no-streams-by-fetch.js';
import { phoneWorker, workerFileName } from './build/phone-worker.js';
import { pressedFiles } from './build/pressed-files.js';
import { stylesFirst } from './build/styles-first.js';
import { STYLE_NONCE } from './src/style-nonce.js';

const BASE =
  /node_modules\/(react|react-dom|scheduler|@tanstack\/(react-query|query-core|react-router|router-core|history|react-store|store))\//;

/**
 * Small pieces that both entries begin with: in one file, for on a bad line every file waits half a second, and six at a time. What only
 * a page behind the first one asks for is not among them.
 */
const PARTS =
  /web\/src\/(kit\/(?!timeline|upload-row|step-bar|dock|objections|photo-strip|labelled|marks|second-factor-parts)|lists|client\/(?!live\/(shared-line|live-line|live-news)|first-step|use-command|use-sign-in|second-factor|sessions|taken-by|use-taken-by)|generated|device\/use-online|words\/(state|part)\.words)/;

/** What only pages behind the first ones ask the API for. */
const BEHIND = /web\/src\/generated\/behind\//;

/** Two entries, each with its own budget: `infra/dev/web-weights.mjs` weighs what a browser loads first of each. */
export default defineConfig({
  plugins: [react(), noStreamsByFetch(), phoneWorker(), pressedFiles(), stylesFirst()],
  base: '/',
  html: { cspNonce: STYLE_NONCE },
  build: {
    target: ['chrome87', 'safari14'],
    assetsDir: 'assets',
    sourcemap: false,
    // Browsers that know no module preload load a page's parts a moment later, and as well.
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: {
      input: { desk: 'index.html', phone: 'phone.html', 'phone-worker': 'src/phone/worker/phone-worker.ts' },
      // Nothing happens where the client of the API is loaded: whoever asks for nothing of a file of it does not load it.
      treeshake: { moduleSideEffects: [{ test: /web\/src\/generated\//, sideEffects: false }] },
      output: {
        entryFileNames: ({ name }) => workerFileName(name) ?? 'assets/[name]-[hash].js',
        // What both entries load before anything else, in one file: it is packed better than in ten.
        codeSplitting: {
          groups: [
            { name: 'behind', test: BEHIND, includeDependenciesRecursively: false },
            { name: 'base', test: BASE },
            { name: 'parts', test: PARTS },
          ],
        },
      },
    },
  },
  resolve: { conditions: ['source', 'module', 'browser', 'import', 'default'] },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
