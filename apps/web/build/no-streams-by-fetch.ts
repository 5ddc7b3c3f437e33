import type { Plugin } from 'vite';

const GENERATED = 'serverSentEvents.gen.js';
const STANDS_FOR_IT = '\0no-streams-by-fetch';

/** The generated client brings a reader of event streams by fetch; the product's one stream is the browser's `EventSource`. */
export function noStreamsByFetch(): Plugin {
  return {
    name: 'no-streams-by-fetch',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source) => (source.endsWith(GENERATED) ? STANDS_FOR_IT : undefined),
    load: (id) =>
      id === STANDS_FOR_IT
        ? `export function createSseClient() { throw new Error('Expected streams by EventSource alone'); }`
        : undefined,
  };
}
