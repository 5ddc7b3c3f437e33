import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  DefaultLogger,
  Runtime,
  Worker,
  bundleWorkflowCode,
  type InjectedSinks,
  type ReplayResult,
  type WorkflowBundle,
} from '@temporalio/worker';
import type { JournalProposal } from '@wuqing/bpmn-engine';
import type { ProposalSinks } from './proposals.interceptor.js';
import type { RecordedCase } from './recorded-case.js';

const ROOT = join(import.meta.dirname, '../..');
const failureConverterPath = createRequire(import.meta.url).resolve(
  '@wuqing/workflow-contracts/failure-converter',
);

Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });

/**
 * The workflow as it is in the sources, with an ear for its proposals. `engine` names a file that stands in for the door of
 * `bpmn-engine`.
 */
export function bundleOf(engine?: string): Promise<WorkflowBundle> {
  return bundleWorkflowCode({
    workflowsPath: join(ROOT, 'workflows/src/process-bundle.ts'),
    workflowInterceptorModules: [join(import.meta.dirname, 'proposals.interceptor.ts')],
    failureConverterPath,
    logger: new DefaultLogger('ERROR'),
    webpackConfigHook: (config) => ({
      ...config,
      resolve: {
        ...config.resolve,
        conditionNames: ['source', 'import', 'require', 'node', 'default'],
        alias: { ...config.resolve?.alias, ...(engine && { '@wuqing/bpmn-engine$': engine }) },
      },
    }),
  });
}

export interface Replayed {
  /** Of Temporal: the first run that asks for something else than its history has; undefined where all agree. */
  readonly error: ReplayResult['error'];
  /** All that the workflow would have recorded, in order. */
  readonly proposals: readonly JournalProposal[];
}

/** Replays every run of a case on this bundle. */
export async function replayed(workflowBundle: WorkflowBundle, recorded: RecordedCase): Promise<Replayed> {
  const proposals: JournalProposal[] = [];
  const sinks: InjectedSinks<ProposalSinks> = {
    journal: {
      proposed: {
        // A copy: the other side of the sandbox has prototypes of its own.
        fn: (_info, proposal) => void proposals.push(structuredClone(proposal)),
        callDuringReplay: true,
      },
    },
  };
  const histories = recorded.runs.map((history, index) => ({
    workflowId: `${recorded.name}-${index}`,
    history,
  }));
  const results = Worker.runReplayHistories(
    { workflowBundle, sinks, dataConverter: { failureConverterPath } },
    histories,
  );
  let error: ReplayResult['error'];
  for await (const result of results) error ??= result.error;
  return { error, proposals };
}
