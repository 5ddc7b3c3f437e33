import type { WorkerOptions } from 'node:worker_threads';

/** The specs run from the sources: a thread of theirs needs the loader that jest is for themselves. */
const fromSources = import.meta.url.endsWith('.ts');

export const threadEntry = new URL(fromSources ? './press-thread.ts' : './press-thread.js', import.meta.url);

export const threadOptions: Pick<WorkerOptions, 'execArgv'> = fromSources
  ? {
      execArgv: [
        '--conditions=source',
        '--import',
        new URL('../../../../infra/dev/source-hooks.mjs', import.meta.url).href,
      ],
    }
  : {};
