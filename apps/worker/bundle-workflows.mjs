import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DefaultLogger, bundleWorkflowCode } from '@temporalio/worker';

const { resolve } = createRequire(import.meta.url);

/** Built once with the worker, so that no worker and no test waits for a bundler when it starts. */
const { code } = await bundleWorkflowCode({
  workflowsPath: resolve('@wuqing/workflows/process-bundle'),
  failureConverterPath: resolve('@wuqing/workflow-contracts/failure-converter'),
  logger: new DefaultLogger('ERROR'),
});
writeFileSync(new URL('./dist/workflow-bundle.js', import.meta.url), code);
