import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DefaultLogger, bundleWorkflowCode } from '@temporalio/worker';

const { resolve } = createRequire(import.meta.url);

/**
 * The pure core, which keeps nothing of any case: it is loaded once a worker thread, not once a case. (What it remembers,
 * such as the offset of a zone, is the same for every case.)
 */
const PURE = [
  'kernel',
  'bpmn-model',
  'expression',
  'decision',
  'bpmn-engine',
  'working-calendar',
  'deliberation',
];

/** Built once with the worker, so that no worker and no test waits for a bundler when it starts. */
const { code } = await bundleWorkflowCode({
  workflowsPath: resolve('@wuqing/workflows/process-bundle'),
  failureConverterPath: resolve('@wuqing/workflow-contracts/failure-converter'),
  preloadModules: [
    ...PURE.map((room) => resolve(`@wuqing/${room}`)),
    resolve('@wuqing/workflows/short-stacks'),
  ],
  logger: new DefaultLogger('ERROR'),
});
writeFileSync(new URL('./dist/workflow-bundle.js', import.meta.url), code);
