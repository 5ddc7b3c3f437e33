import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { STYLE_NONCE } from './src/style-nonce.js';

/** Two entries, each with its own budget: `infra/dev/web-weights.mjs` weighs what a browser loads first of each. */
export default defineConfig({
  plugins: [react()],
  base: '/',
  html: { cspNonce: STYLE_NONCE },
  build: {
    target: ['chrome87', 'safari14'],
    assetsDir: 'assets',
    sourcemap: false,
    manifest: true,
    rolldownOptions: { input: { desk: 'index.html', phone: 'phone.html' } },
  },
  resolve: { conditions: ['source', 'module', 'browser', 'import', 'default'] },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
