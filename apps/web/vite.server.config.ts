import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { noStreamsByFetch } from './build/no-streams-by-fetch.js';

const CONDITIONS = ['source', 'module', 'node', 'import', 'default'];

/** The one file by which the API draws the phone's first page: whole, with all that it needs, in a folder that no address leads to. */
export default defineConfig({
  plugins: [react(), noStreamsByFetch()],
  publicDir: false,
  build: {
    ssr: 'src/phone/first-page/draw-page.tsx',
    outDir: 'dist/.server',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { codeSplitting: false } },
  },
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  ssr: { noExternal: true, resolve: { conditions: CONDITIONS } },
});
